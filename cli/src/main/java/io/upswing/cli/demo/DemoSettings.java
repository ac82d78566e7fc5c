package io.upswing.cli.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the demo is asked for.
 *
 * @param directory where its data lie, in a folder {@code demo}
 * @param keep whether the data of the last run stay
 * @param data the folder of another export than the sample
 * @param mapping the mapping of another export; if empty, {@code mapping.yaml} in its folder
 * @param until the last day
 * @param story whether the sample has a simulated rep beside it; another export never has
 * @param kafkaPort 0 for a free one, like the others
 */
public record DemoSettings(
        Path directory,
        boolean keep,
        Optional<Path> data,
        Optional<Path> mapping,
        Optional<LocalDate> until,
        boolean story,
        int kafkaPort,
        int registryPort,
        int httpPort) {
    /** Whether the sample is shown. */
    boolean isOfSample() {
        return data.isEmpty() && mapping.isEmpty();
    }

    /** Whether there is a simulated rep. */
    boolean hasStory() {
        return story && isOfSample();
    }
}
