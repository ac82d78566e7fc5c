package io.upswing.app.views;

import io.upswing.app.topology.PartitionCounts;
import io.upswing.app.topology.Tasks;
import io.upswing.core.entity.Contributions;
import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What views need to know of the pipeline whose stores they read.
 *
 * @param windowSettings as the stages have them
 * @param credit         as the entity stage has it
 * @param staleAfterDays likewise
 * @param currency       ISO code of the reporting currency
 * @param currencyDigits decimals of its minor unit
 */
public record ViewSettings(
        WindowSettings windowSettings,
        PartitionCounts partitions,
        CreditPolicy credit,
        int staleAfterDays,
        String currency,
        int currencyDigits) {
    /** The windows in their order. */
    public List<Window> windows() {
        return windowSettings.windows();
    }

    /** Makes an entity's contributions as the entity stage does. */
    Contributions contributions() {
        return new Contributions(currency, credit, staleAfterDays);
    }

    /** How far one may look back while a day is open. */
    Reach reach(int openDay) {
        return new Reach(windowSettings.retention().edge(openDay) + 1, openDay);
    }

    /**
     * Checks that all tasks of a stage have answered.
     *
     * @throws UnavailableException if one has not
     */
    void mustHaveAll(String stage, Iterable<Tasks.Id> answered) {
        NavigableSet<Tasks.Id> missing = new TreeSet<>(allTasks(stage));
        answered.forEach(missing::remove);
        if (!missing.isEmpty()) {
            Tasks.Id one = missing.first();
            throw new UnavailableException("no instance runs " + missing.size() + " of the tasks at the moment, "
                    + one.stage() + "/" + one.partition() + " among them");
        }
    }

    /** How many tasks a stage has. */
    int tasks(String stage) {
        return switch (stage) {
            case Stages.ENTITY -> partitions.deals();
            case Stages.REP -> partitions.reps();
            case Stages.UNIT -> partitions.units();
            default -> throw new IllegalArgumentException("there is no " + stage + " stage");
        };
    }

    /** All tasks of a stage. */
    SortedSet<Tasks.Id> allTasks(String stage) {
        SortedSet<Tasks.Id> all = new TreeSet<>();
        IntStream.range(0, tasks(stage)).forEach(partition -> all.add(new Tasks.Id(stage, partition)));
        return all;
    }
}
