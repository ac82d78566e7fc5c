package io.upswing.app.config;

import java.nio.file.Path;

/**
 * How this instance does its share of the work; results don't depend on it.
 *
 * @param stateDir where state stores lie; lost, they are restored from the broker
 * @param threads from 1
 */
public record StreamSettings(Path stateDir, int threads, GroupProtocol groupProtocol) {
    /** Checks the range. */
    public StreamSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive, not " + threads);
        }
    }
}
