package io.upswing.core.plans;

import io.upswing.core.plans.PlanTerms.ActionTerms;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What has become of a plan's actions. */
final class ActionLog {
    private final SortedMap<String, Integer> added;
    private final SortedMap<String, Integer> done;
    private final SortedSet<String> byActivity;

    ActionLog() {
        added = new TreeMap<>();
        done = new TreeMap<>();
        byActivity = new TreeSet<>();
    }

    private ActionLog(ActionLog other) {
        added = new TreeMap<>(other.added);
        done = new TreeMap<>(other.done);
        byActivity = new TreeSet<>(other.byActivity);
    }

    ActionLog copy() {
        return new ActionLog(this);
    }

    /** Other actions are agreed on: what was known of those that stay stands. */
    void agree(List<ActionTerms> before, List<ActionTerms> now, int day) {
        Set<String> stay = now.stream().map(ActionTerms::id).collect(Collectors.toSet());
        added.keySet().retainAll(stay);
        done.keySet().retainAll(stay);
        byActivity.retainAll(stay);
        now.stream()
                .filter(action -> before.stream().noneMatch(old -> isSame(old, action)))
                .forEach(action -> added.put(action.id(), day));
    }

    private static boolean isSame(ActionTerms one, ActionTerms other) {
        return one.id().equals(other.id()) && one.kind() == other.kind();
    }

    void add(String action, int day) {
        added.put(action, day);
    }

    void done(String action, int day, boolean isByActivity) {
        done.put(action, day);
        if (isByActivity) {
            byActivity.add(action);
        }
    }

    void reopen(String action) {
        done.remove(action);
        byActivity.remove(action);
    }

    /** The day on which an action was agreed on. */
    int added(String action) {
        Integer day = added.get(action);
        if (day == null) {
            throw new IllegalStateException("there is no action " + action);
        }
        return day;
    }

    /** The day on which an action was done. */
    OptionalInt done(String action) {
        Integer day = done.get(action);
        return day == null ? OptionalInt.empty() : OptionalInt.of(day);
    }

    /** Whether an activity in the CRM has completed it, not a command. */
    boolean isByActivity(String action) {
        return byActivity.contains(action);
    }
}
