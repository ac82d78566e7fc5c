package io.upswing.core.plans;

import io.upswing.core.kpi.Measure;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/**
 * Which actions the CRM's activities complete: an activity completes one action of its kind, the one that is due first, and
 * none that was agreed on after it. What a command has said to be done takes an activity too, if there is one.
 */
final class Matching {
    private final Plan plan;
    private final IntToLongFunction activitiesFrom;
    private final Map<Integer, Long> known = new TreeMap<>();
    /** From which days on activities count for the actions that have one. */
    private final List<Integer> taken = new ArrayList<>();

    /**
     * What has become of the actions of a kind.
     *
     * @param completed by an activity
     * @param reopened  since the activity is gone that had completed it; the last one due first
     */
    record Matched(List<ActionTerms> completed, List<ActionTerms> reopened) {}

    private Matching(Plan plan, IntToLongFunction activitiesFrom) {
        this.plan = plan;
        this.activitiesFrom = activitiesFrom;
    }

    /** The activities that complete actions of a kind. */
    static Optional<Measure> measure(Kind kind) {
        return switch (kind) {
            case TRAINING -> Optional.of(Measure.TRAININGS);
            case COACHING -> Optional.of(Measure.COACHINGS);
            case CALL_REVIEW, RESOURCE, SHADOWING, OTHER -> Optional.empty();
        };
    }

    /**
     * Matches the actions of a kind.
     *
     * @param activitiesFrom how many activities of the kind there are from a day on
     */
    static Matched of(Plan plan, Kind kind, IntToLongFunction activitiesFrom) {
        List<ActionTerms> ofKind = plan.terms().actions().stream()
                .filter(action -> action.kind() == kind)
                .sorted(Comparator.comparingInt(ActionTerms::due).thenComparing(ActionTerms::id))
                .toList();
        return new Matching(plan, activitiesFrom).matched(ofKind);
    }

    private Matched matched(List<ActionTerms> actions) {
        List<ActionTerms> byActivity = new ArrayList<>();
        List<ActionTerms> byCommand = new ArrayList<>();
        List<ActionTerms> open = new ArrayList<>();
        for (ActionTerms action : actions) {
            boolean isOpen = plan.done(action.id()).isEmpty();
            (isOpen ? open : plan.isDoneByActivity(action.id()) ? byActivity : byCommand).add(action);
        }
        List<ActionTerms> reopened = new ArrayList<>(byActivity);
        reopened.removeAll(matching(byActivity));
        matching(byCommand);
        return new Matched(matching(open), reopened.reversed());
    }

    /** Those of some actions for which there is an activity. */
    private List<ActionTerms> matching(List<ActionTerms> actions) {
        List<ActionTerms> matching = new ArrayList<>();
        for (ActionTerms action : actions) {
            taken.add(plan.countsFrom(action.id()));
            if (isEnough()) {
                matching.add(action);
            } else {
                taken.removeLast();
            }
        }
        return matching;
    }

    /** Hall's condition: from no day on are there fewer activities than actions that need one from then on. */
    private boolean isEnough() {
        return taken.stream()
                .allMatch(day -> taken.stream().filter(from -> from >= day).count() <= activities(day));
    }

    private long activities(int from) {
        return known.computeIfAbsent(from, activitiesFrom::applyAsLong);
    }
}
