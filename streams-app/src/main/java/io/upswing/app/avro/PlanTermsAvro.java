package io.upswing.app.avro;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Kind;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.plans.Target;
import io.upswing.core.plans.Timeframe;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import io.upswing.schemas.ActionKind;
import io.upswing.schemas.GoalPeriod;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.PathPoint;
import io.upswing.schemas.PlanAction;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.TargetChange;
import io.upswing.schemas.TargetValue;
import java.math.BigDecimal;

/**
 * The terms of plans in topics, both ways.
 *
 * @param fiscalYearStart the month in which the fiscal year begins: a window of the quarter depends on it
 */
public record PlanTermsAvro(int fiscalYearStart) {
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_SCALE = 30;

    /**
     * Terms as the rep stage takes them.
     *
     * @throws RefusedException if a word or number can't be read, or there are too many parts
     */
    public io.upswing.core.plans.PlanTerms terms(PlanTerms terms) {
        int parts = terms.getGoals().size() + terms.getActions().size();
        if (parts > MOST_PARTS) {
            throw new RefusedException(
                    new Refusal(Reason.TOO_MANY_PARTS, parts + " goals and actions, not at most " + MOST_PARTS));
        }
        return new io.upswing.core.plans.PlanTerms(
                Ids.of("answers", terms.getAnswers()),
                terms.getGoals().stream().map(this::goal).toList(),
                terms.getActions().stream().map(PlanTermsAvro::action).toList(),
                Dates.day("deadline", terms.getDeadline()),
                terms.getCheckInEvery());
    }

    private GoalTerms goal(PlanGoal goal) {
        if (goal.getPath().size() > MOST_PARTS) {
            throw new RefusedException(new Refusal(
                    Reason.TOO_MANY_PARTS, goal.getPath().size() + " milestones, not at most " + MOST_PARTS));
        }
        return new GoalTerms(
                Ids.word("goal", goal.getId()),
                Kpi.byId(goal.getKpi()).orElseThrow(() -> undecodable("'" + goal.getKpi() + "' is no KPI")),
                timeframe(goal.getTimeframe()),
                target(goal.getTarget()),
                goal.getPath().stream()
                        .map(point ->
                                new Point(Dates.day("a milestone's day", point.getDay()), number(point.getValue())))
                        .toList());
    }

    private Timeframe timeframe(Object timeframe) {
        return switch (timeframe) {
            case GoalWindow window -> new Timeframe.OfWindow(window(window.getWindow()));
            case GoalPeriod period ->
                new Timeframe.OfPeriod(
                        Dates.day("a period's from", period.getFrom()), Dates.day("a period's to", period.getTo()));
            default -> throw undecodable("no timeframe: " + timeframe);
        };
    }

    private Window window(String id) {
        try {
            return Window.parse(id, fiscalYearStart);
        } catch (IllegalArgumentException e) {
            throw undecodable("'" + id + "' is no window: days as 30d, or mtd, or qtd");
        }
    }

    private static Target target(Object target) {
        return switch (target) {
            case TargetValue value -> new Target.Value(number(value.getValue()));
            case TargetChange change -> new Target.ChangeBy(number(change.getShare()));
            default -> throw undecodable("no target: " + target);
        };
    }

    /** An action as the rep stage takes it. */
    static ActionTerms action(PlanAction action) {
        return new ActionTerms(
                Ids.word("action", action.getId()),
                switch (action.getKind()) {
                    case TRAINING -> Kind.TRAINING;
                    case COACHING -> Kind.COACHING;
                    case CALL_REVIEW -> Kind.CALL_REVIEW;
                    case RESOURCE -> Kind.RESOURCE;
                    case SHADOWING -> Kind.SHADOWING;
                    case OTHER -> Kind.OTHER;
                },
                Ids.word("owner", action.getOwner()),
                Dates.day("due", action.getDue()),
                Ids.of("note", action.getNote()));
    }

    /** A decimal that is neither endless nor astronomic. */
    private static BigDecimal number(String text) {
        try {
            BigDecimal number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
            if (number != null && Math.abs(number.scale()) <= LARGEST_SCALE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new RefusedException(new Refusal(Reason.UNDECODABLE, "'" + text + "' is no decimal such as 0.2"));
        }
        throw undecodable("a number of more than " + LONGEST_NUMBER + " digits");
    }

    static RefusedException undecodable(String what) {
        return new RefusedException(new Refusal(Reason.UNDECODABLE, what));
    }

    /** Terms for other systems. */
    public static PlanTerms toAvro(io.upswing.core.plans.PlanTerms terms) {
        return PlanTerms.newBuilder()
                .setAnswers(terms.answers().orElse(null))
                .setGoals(terms.goals().stream().map(PlanTermsAvro::toAvro).toList())
                .setActions(terms.actions().stream().map(PlanTermsAvro::toAvro).toList())
                .setDeadline(Days.date(terms.deadline()))
                .setCheckInEvery(terms.checkInEvery())
                .build();
    }

    private static PlanGoal toAvro(GoalTerms goal) {
        Object timeframe = switch (goal.timeframe()) {
            case Timeframe.OfWindow(var window) -> new GoalWindow(window.id());
            case Timeframe.OfPeriod(int from, int to) -> new GoalPeriod(Days.date(from), Days.date(to));
        };
        Object target = switch (goal.target()) {
            case Target.Value(BigDecimal value) -> new TargetValue(value.toPlainString());
            case Target.ChangeBy(BigDecimal share) -> new TargetChange(share.toPlainString());
        };
        return new PlanGoal(
                goal.id(),
                goal.kpi().id(),
                timeframe,
                target,
                goal.path().stream().map(PlanTermsAvro::toAvro).toList());
    }

    static PathPoint toAvro(Point point) {
        return new PathPoint(Days.date(point.day()), point.value().toPlainString());
    }

    static PlanAction toAvro(ActionTerms action) {
        return PlanAction.newBuilder()
                .setId(action.id())
                .setKind(ActionKind.valueOf(action.kind().name()))
                .setOwner(action.owner())
                .setDue(Days.date(action.due()))
                .setNote(action.note().orElse(null))
                .build();
    }
}
