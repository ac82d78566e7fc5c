package io.upswing.app.config;

import java.nio.file.Path;

/**
 * How this instance does its share of the work; results don't depend on it.
 *
 * @param stateDir         where state stores lie; lost, they are restored from the broker
 * @param rocksDbMemoryMib what all state stores of the process may take outside of the heap, from 1
 * @param threads          from 1
 */
public record StreamSettings(Path stateDir, int rocksDbMemoryMib, int threads, GroupProtocol groupProtocol) {
    /** Checks the ranges. */
    public StreamSettings {
        if (rocksDbMemoryMib < 1) {
            throw new IllegalArgumentException("rocksDbMemoryMib must be positive, not " + rocksDbMemoryMib);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive, not " + threads);
        }
    }
}
