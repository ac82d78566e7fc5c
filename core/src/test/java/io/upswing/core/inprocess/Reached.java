package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.DealChange;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.model.Activities;
import io.upswing.core.inprocess.model.Known;
import io.upswing.core.inprocess.model.Known.Kpis;
import io.upswing.core.inprocess.model.Model;
import io.upswing.core.inprocess.model.Pane;
import io.upswing.core.inprocess.model.Rules;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the runs went through, so that a test that no longer tests anything fails. */
final class Reached {
    /** In changes: larger logs show nothing more, and take long. */
    private static final int SMALL = 250;

    private final Set<Ingredient> missing = EnumSet.allOf(Ingredient.class);
    private final Set<Turn> awaited = EnumSet.allOf(Turn.class);
    private final Set<String> kinds = new TreeSet<>();
    private long gaps;
    private long waited;
    private int widestDrift;
    private long crashesAfterUncommittedMarks;
    private long balancesMoved;

    void add(Statistics statistics) {
        waited += statistics.waited();
        widestDrift = Math.max(widestDrift, statistics.widestDrift());
        crashesAfterUncommittedMarks += statistics.crashesAfterUncommittedMarks();
        balancesMoved += statistics.balancesMoved();
    }

    /** A history, and what the model knows of it day by day. */
    void add(Log log, Rules rules, SortedMap<Integer, Known> days) {
        gaps += log.changes().filter(Reached::isGap).count();
        if (log.changes().count() <= SMALL) {
            missing.removeIf(ingredient -> matters(ingredient.in(log), log, rules, days));
        }
        Iterator<Known> all = days.values().iterator();
        Known before = all.next();
        while (all.hasNext()) {
            Known earlier = before;
            Known now = all.next();
            awaited.removeIf(turn -> turn.happens(earlier, now));
            before = now;
        }
        before.panes("company").values().stream()
                .map(Pane::activities)
                .map(Activities::byKind)
                .forEach(done -> kinds.addAll(done.keySet()));
    }

    private static boolean isGap(Change change) {
        return switch (change) {
            case Change.OfDeal deal -> deal.change() instanceof DealChange.Gap;
            case Change.OfActivity activity -> activity.change() instanceof ActivityChange.Gap;
            default -> false;
        };
    }

    /** Without these changes something would be another. */
    private static boolean matters(Predicate<Change> changes, Log log, Rules rules, SortedMap<Integer, Known> days) {
        if (log.changes().noneMatch(changes)) {
            return false;
        }
        return !kpis(days).equals(kpis(Model.days(log.without(changes), rules)));
    }

    private static List<Map<String, Kpis>> kpis(SortedMap<Integer, Known> days) {
        return days.values().stream().map(Known::kpis).toList();
    }

    void mustHaveReachedEverything(int partitions) {
        assertThat(waited).as("records that waited").isPositive();
        assertThat(crashesAfterUncommittedMarks)
                .as("crashes between a watermark and its commit")
                .isPositive();
        assertThat(balancesMoved).as("balances moved by a team change").isPositive();
        if (partitions > 1) {
            assertThat(widestDrift).as("drift in days").isGreaterThanOrEqualTo(3);
        }
        assertThat(gaps).as("gaps").isPositive();
        assertThat(kinds).as("kinds of activities").hasSize(8);
        assertThat(missing).as("ingredients that never mattered").isEmpty();
        assertThat(awaited).as("turns that never happened").isEmpty();
    }
}
