package io.upswing.faults;

import java.nio.file.Path;
import java.util.List;

/**
 * What is tried.
 *
 * @param seed      of the load, of the faults and their moments: the same seed tries the same again, as far as the machine
 *     lets it
 * @param faults    how many there are in each run, at least 1
 * @param kinds     of faults; each comes as often as the others, give or take one
 * @param instances how many instances run in each run, each at least 1: one run for each number
 * @param dir       for what the processes keep, their logs, and what came out; empty
 */
public record FaultSettings(long seed, int faults, List<Fault> kinds, List<Integer> instances, Path dir) {
    /** Checks the numbers. */
    public FaultSettings {
        kinds = List.copyOf(kinds);
        instances = List.copyOf(instances);
        if (faults < 1
                || kinds.isEmpty()
                || instances.isEmpty()
                || instances.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("at least one fault, of one kind, with one instance, must be asked for");
        }
    }

    /** The same in another folder. */
    public FaultSettings in(Path folder) {
        return new FaultSettings(seed, faults, kinds, instances, folder);
    }
}
