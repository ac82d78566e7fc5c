package io.upswing.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
        if (kinds.contains(Fault.PAUSE_BROKER)
                && (kinds.contains(Fault.KILL_BROKER) || kinds.contains(Fault.KILL_ALL))) {
            throw new IllegalArgumentException("pause-broker can't be in one run with kill-broker or kill-all; give it"
                    + " alone, or with other kinds. A broker that is paused must be let to be silent for longer, and one"
                    + " that is killed is then waited for as long at each restart");
        }
    }

    /** How long the broker may be silent before it counts as dead; empty: as the development broker. */
    Optional<Duration> brokerSession() {
        return kinds.contains(Fault.PAUSE_BROKER)
                ? Optional.of(Schedule.LONGEST_AWAY.plusSeconds(5))
                : Optional.empty();
    }

    /** The same in another folder. */
    public FaultSettings in(Path folder) {
        return new FaultSettings(seed, faults, kinds, instances, folder);
    }
}
