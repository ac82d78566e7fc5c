package io.upswing.core.plans;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.plans.PlanWatch.GoalWatch;
import io.upswing.core.time.Days;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks at the goals of a plan that runs: reached, milestones, pace, and what a correction makes of them. */
final class GoalKeeper {
    /** A pace lasts from so many closes in a row on. */
    static final int PACE_CLOSES = 3;

    private final Happenings news;
    private final Evaluation evaluation;
    private final Figures.Evaluated figures;
    private final Wording wording;
    private final int day;

    GoalKeeper(Happenings news, Evaluation evaluation, Wording wording) {
        this.news = news;
        this.evaluation = evaluation;
        this.figures = new Figures.Evaluated(evaluation);
        this.wording = wording;
        this.day = evaluation.day();
    }

    /** What was seen of a goal, if it measured the same then. */
    Optional<GoalWatch> seen(PlanWatch watch, Goal goal) {
        String name = goal.terms().id();
        return watch.of(name).filter(last -> news.plan().isSeen(name, last.day()));
    }

    /** Tells what a correction has made of what was seen before. */
    void corrected(Goal goal, GoalWatch seen) {
        String name = goal.terms().id();
        KpiValue now = isKept(goal, seen.day()) ? value(goal, seen.day()) : seen.value();
        if (!now.equals(seen.value())) {
            List<String> entities = corrections(goal, seen.day());
            news.add(
                    PlanEvent.Type.FIGURE_CORRECTED,
                    new Detail.Corrected(name, seen.day(), number(seen.value()), number(now), Room.named(entities)),
                    goal.kpi().title() + " of " + Days.text(seen.day()) + " was corrected from "
                            + wording.value(goal.kpi(), seen.value()) + " to " + wording.value(goal.kpi(), now)
                            + (entities.isEmpty() ? "." : ", by " + few(entities) + "."));
        }
        OptionalInt reached = news.plan().reached(name);
        if (reached.isPresent() && isKept(goal, reached.getAsInt())) {
            KpiValue then = value(goal, reached.getAsInt());
            if (!goal.isReachedBy(then)) {
                news.add(
                        PlanEvent.Type.GOAL_UNREACHED,
                        reachedAt(goal, reached.getAsInt(), then),
                        "With what is known since, " + goal.kpi().title() + " was not at its goal on "
                                + Days.text(reached.getAsInt()) + ".");
            }
        }
        for (Point point : news.plan().milestones(name)) {
            Boolean met = news.plan().passed(name).get(point.day());
            if (met != null
                    && isKept(goal, point.day())
                    && met != goal.reaches(value(goal, point.day()), point.value())) {
                milestone(goal, point, value(goal, point.day()));
            }
        }
    }

    /** Whether all the days are kept of which a figure of a day is made. */
    private boolean isKept(Goal goal, int on) {
        return goal.terms().timeframe().firstDay(on) >= evaluation.firstDay();
    }

    /** The entities whose correction may have moved a goal's figure of a day. */
    private List<String> corrections(Goal goal, int on) {
        int from = goal.terms().timeframe().firstDay(on);
        return evaluation.corrections().stream()
                .filter(correction -> correction.moves(goal.kpi(), from, on, on))
                .map(Correction::entity)
                .toList();
    }

    private static String few(List<String> entities) {
        int most = 3;
        String named = String.join(", ", entities.subList(0, Math.min(most, entities.size())));
        return entities.size() <= most ? named : named + " and " + (entities.size() - most) + " more";
    }

    private KpiValue value(Goal goal, int on) {
        return figures.value(goal.kpi(), goal.terms().timeframe(), on);
    }

    private static double number(KpiValue value) {
        return value.value().orElse(0);
    }

    private static Detail.Reached reachedAt(Goal goal, int on, KpiValue value) {
        return new Detail.Reached(
                goal.terms().id(), on, number(value), goal.target().doubleValue());
    }

    /** Looks at a goal on the evaluated day. */
    GoalWatch goal(Goal goal, Optional<GoalWatch> before) {
        String name = goal.terms().id();
        KpiValue value = value(goal, day);
        // What comes after the deadline is too late; what is learned after it of the days before is not.
        int last = Math.min(day, news.plan().terms().deadline());
        KpiValue best = value(goal, last);
        if (news.plan().reached(name).isEmpty() && goal.isReachedBy(best)) {
            news.add(
                    PlanEvent.Type.GOAL_REACHED,
                    reachedAt(goal, last, best),
                    "Goal reached: " + goal.kpi().title() + ", "
                            + goal.terms().timeframe().text() + ", is "
                            + wording.value(goal.kpi(), best) + " on " + Days.text(last) + "; "
                            + wording.value(goal.kpi(), goal.target()) + " was the target.");
        }
        news.plan().milestones(name).stream()
                .filter(point -> point.day() == day)
                .forEach(point -> milestone(goal, point, value));
        return paced(goal, value, before);
    }

    private void milestone(Goal goal, Point point, KpiValue value) {
        boolean met = goal.reaches(value, point.value());
        news.add(
                met ? PlanEvent.Type.MILESTONE_MET : PlanEvent.Type.MILESTONE_MISSED,
                new Detail.Milestone(
                        goal.terms().id(),
                        point.day(),
                        number(value),
                        point.value().doubleValue()),
                "Milestone of " + Days.text(point.day()) + (met ? " met: " : " missed: ")
                        + goal.kpi().title() + " is " + wording.value(goal.kpi(), value) + ", "
                        + wording.value(goal.kpi(), point.value()) + " was expected.");
    }

    private GoalWatch paced(Goal goal, KpiValue value, Optional<GoalWatch> before) {
        String name = goal.terms().id();
        Pace lasting = news.plan().pace(name);
        Pace now = day > news.plan().terms().deadline() ? lasting : Progress.pace(news.plan(), goal, value, day);
        int closes = now == lasting
                ? 0
                : 1
                        + before.filter(seen -> seen.candidate().equals(Optional.of(now)))
                                .map(GoalWatch::closes)
                                .orElse(0);
        if (closes >= PACE_CLOSES) {
            news.add(
                    PlanEvent.Type.PACE_CHANGED,
                    new Detail.Paced(name, lasting, now),
                    goal.kpi().title() + " is " + now.id() + ", after " + lasting.id() + ": "
                            + wording.value(goal.kpi(), value) + " on " + Days.text(day) + ".");
            closes = 0;
        }
        return new GoalWatch(
                day,
                value,
                figures.market(goal.kpi(), goal.terms().timeframe(), day),
                closes == 0 ? Optional.empty() : Optional.of(now),
                closes);
    }
}
