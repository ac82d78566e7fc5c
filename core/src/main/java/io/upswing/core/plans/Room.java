package io.upswing.core.plans;

import io.upswing.core.command.Rejection;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much a plan may hold: all its events are kept in one record, which must not outgrow its topic. */
final class Room {
    /** Of events, from which on no command but its end is taken; evaluations go on for as many more. */
    static final int MOST_EVENTS = 2_000;

    /** Of characters, likewise. */
    static final int MOST_WEIGHT = 300_000;

    /** An event names no more entities, and no more characters of them. */
    static final int MOST_NAMED = 100;

    private static final int LONGEST_NAMES = 10_000;

    private static final int EVENT = 200;
    private static final int GOAL = 200;
    private static final int POINT = 40;
    private static final int ACTION = 40;

    private Room() {}

    /** Why no command but its end is taken any more, if so. */
    static Optional<Rejection> refusal(Plan plan, PlanCommand command) {
        boolean ends = command instanceof PlanCommand.Complete || command instanceof PlanCommand.Cancel;
        return ends || (plan.events().size() < MOST_EVENTS && plan.weight() < MOST_WEIGHT)
                ? Optional.empty()
                : Optional.of(new Rejection(
                        Rejection.Rule.TOO_MANY,
                        "the plan has " + plan.events().size() + " events of " + plan.weight() + " characters",
                        "less than " + MOST_EVENTS + " events of " + MOST_WEIGHT
                                + " characters: complete or cancel it, and draft another"));
    }

    /** Whether what happens is told: of a plan that is full only what happens once. */
    static boolean has(Plan plan, PlanEvent.Type type) {
        return switch (type) {
            case GROUND_WITHDRAWN, DEADLINE_PASSED, REINFORCEMENT_STARTED, CLOSED -> true;
            default -> plan.events().size() < 2 * MOST_EVENTS && plan.weight() < 2 * MOST_WEIGHT;
        };
    }

    /** Those of some entities that an event names. */
    static List<String> named(List<String> entities) {
        List<String> named = new ArrayList<>();
        int length = 0;
        for (String entity : entities) {
            length += entity.length();
            if (named.size() == MOST_NAMED || length > LONGEST_NAMES) {
                break;
            }
            named.add(entity);
        }
        return named;
    }

    static int weight(PlanEvent event) {
        int detail = switch (event.detail()) {
            case Detail.Terms agreed -> weight(agreed.terms());
            case Detail.Start start ->
                POINT
                        * start.milestones().values().stream()
                                .mapToInt(List::size)
                                .sum();
            case Detail.Added added -> weight(added.action());
            case Detail.Corrected corrected ->
                corrected.entities().stream().mapToInt(String::length).sum();
            default -> 0;
        };
        return EVENT + event.sentence().length() + detail;
    }

    private static int weight(PlanTerms terms) {
        int goals = terms.goals().stream().mapToInt(Room::weight).sum();
        return goals + terms.actions().stream().mapToInt(Room::weight).sum();
    }

    private static int weight(GoalTerms goal) {
        return GOAL + POINT * goal.path().size();
    }

    private static int weight(ActionTerms action) {
        int texts = action.id().length() + action.owner().length();
        return ACTION + texts + action.note().map(String::length).orElse(0);
    }
}
