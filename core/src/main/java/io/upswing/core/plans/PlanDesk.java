package io.upswing.core.plans;

import io.upswing.core.command.Author.Role;
import io.upswing.core.command.Cause;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.plans.Plan.Status;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.time.Days;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out commands on plans: pure. It sees what the evaluation of the day before saw, never the open day. */
public final class PlanDesk {
    private static final Set<Role> MANAGER = EnumSet.of(Role.MANAGER);
    private static final Set<Role> MANAGER_OR_HR = EnumSet.of(Role.MANAGER, Role.HR);
    private static final Set<Role> ANYONE = EnumSet.allOf(Role.class);

    private final Evaluation evaluation;
    private final CommandHeader header;
    private final Stamps stamps;
    private final Plan plan;
    private final Wording wording;

    private PlanDesk(Plan plan, Evaluation evaluation, CommandHeader header, Stamps stamps, Wording wording) {
        this.wording = wording;
        this.plan = plan;
        this.evaluation = evaluation;
        this.header = header;
        this.stamps = stamps;
    }

    /**
     * Decides a command.
     *
     * @param plan       the plan of the command; one without events if the rep has none of that id
     * @param evaluation of the day before the one on which the command counts
     */
    public static Decision<PlanEvent> decide(
            Plan plan,
            CommandHeader header,
            PlanCommand command,
            Evaluation evaluation,
            Stamps stamps,
            Wording wording) {
        return new PlanDesk(plan, evaluation, header, stamps, wording).decide(command);
    }

    private Decision<PlanEvent> decide(PlanCommand command) {
        if (command instanceof PlanCommand.Draft && plan.status() != Status.NONE) {
            return Decision.reject(
                    Rejection.Rule.PLAN_EXISTS,
                    "the rep has a plan " + command.plan() + ", it is "
                            + plan.status().id(),
                    "draft it under an id of its own");
        }
        if (command instanceof PlanCommand.Draft && !evaluation.isEvaluated()) {
            return Decision.reject(
                    Rejection.Rule.UNKNOWN_REP,
                    "nobody knew the rep " + header.rep() + " at the close of " + Days.text(evaluation.day()),
                    "name a rep of whom org.reps has told by the day before, or who has deals or activities");
        }
        if (!(command instanceof PlanCommand.Draft) && plan.status() == Status.NONE) {
            return Decision.reject(
                    Rejection.Rule.UNKNOWN_PLAN,
                    "the rep has no plan " + command.plan(),
                    "name a plan of the rep " + header.rep());
        }
        Optional<Rejection> full = Room.refusal(plan, command);
        if (full.isPresent()) {
            return new Decision.Rejected<>(full.get());
        }
        return switch (command) {
            case PlanCommand.Draft draft -> agree(command, PlanEvent.Type.DRAFTED, draft.terms(), "Drafted: ");
            case PlanCommand.Edit edit -> edit(edit);
            case PlanCommand.Propose ignored ->
                simple(command, PlanEvent.Type.PROPOSED, MANAGER, "Proposed to the rep.");
            case PlanCommand.Acknowledge ignored -> acknowledge(command);
            case PlanCommand.Activate ignored -> activate(command);
            case PlanCommand.Pause ignored -> simple(command, PlanEvent.Type.PAUSED, MANAGER, "Paused.");
            case PlanCommand.Resume ignored -> resume(command);
            case PlanCommand.Extend extend -> extend(extend);
            case PlanCommand.AddAction add -> addAction(add);
            case PlanCommand.CompleteAction complete -> completeAction(complete);
            case PlanCommand.HoldCheckIn ignored -> checkIn(command);
            case PlanCommand.Complete complete -> complete(complete);
            case PlanCommand.Cancel ignored -> simple(command, PlanEvent.Type.CANCELLED, MANAGER_OR_HR, "Cancelled.");
        };
    }

    private Decision<PlanEvent> simple(PlanCommand command, PlanEvent.Type type, Set<Role> by, String sentence) {
        return refusal(type, by)
                .<Decision<PlanEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(event(command, type, new Detail.None(), sentence)));
    }

    /** Why it can't be done now, or not by this author. */
    private Optional<Rejection> refusal(PlanEvent.Type type, Set<Role> by) {
        if (!by.contains(header.author().role())) {
            return Optional.of(new Rejection(
                    Rejection.Rule.WRONG_ROLE,
                    "the author's role is " + header.author().role().id(),
                    "it takes the role " + by.stream().map(Role::id).collect(Collectors.joining(" or "))));
        }
        if (header.author().role() == Role.REP && !header.author().is(header.rep())) {
            return Optional.of(new Rejection(
                    Rejection.Rule.WRONG_ROLE,
                    "the author is another rep",
                    "of the reps only " + header.rep() + " speaks for this plan"));
        }
        return Transition.of(plan.status(), type).isPresent()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        Rejection.Rule.WRONG_STATE,
                        "the plan is " + plan.status().id(),
                        "that is done with a plan that is "
                                + Transition.before(type).map(Status::id).collect(Collectors.joining(" or "))));
    }

    private PlanEvent event(PlanCommand command, PlanEvent.Type type, Detail detail, String sentence) {
        return new PlanEvent(
                stamps.next(command.plan()), type, command.plan(), header.rep(), Cause.of(header), detail, sentence);
    }

    private Decision<PlanEvent> edit(PlanCommand.Edit edit) {
        boolean runs = plan.status() == Status.ACTIVE;
        return agree(
                edit,
                runs ? PlanEvent.Type.REVISED : PlanEvent.Type.EDITED,
                edit.terms(),
                runs ? "Revised: " : "Edited, a draft again: ");
    }

    private Decision<PlanEvent> agree(PlanCommand command, PlanEvent.Type type, PlanTerms terms, String how) {
        // Who edits a plan that runs may give it more time, or ask for less.
        Set<Role> byWhom = plan.status().isRunning() ? MANAGER : MANAGER_OR_HR;
        Set<Role> by = type == PlanEvent.Type.DRAFTED ? ANYONE : byWhom;
        Optional<Rejection> refusal = refusal(type, by)
                .or(() -> TermsCheck.id("the plan", command.plan()))
                .or(() -> TermsCheck.refusal(
                        terms,
                        stamps.day(),
                        plan.started(),
                        evaluation,
                        goal -> NumbersCheck.refusal(Goal.of(goal, baseline(goal)), evaluation, wording)));
        if (refusal.isPresent()) {
            return new Decision.Rejected<>(refusal.get());
        }
        TreeMap<String, Baseline> baselines = new TreeMap<>();
        for (PlanTerms.GoalTerms goal : terms.goals()) {
            baselines.put(goal.id(), baseline(goal));
        }
        return Decision.accept(event(
                command,
                type,
                new Detail.Terms(terms, baselines),
                how + terms.goals().size() + (terms.goals().size() == 1 ? " goal" : " goals") + " until "
                        + Days.text(terms.deadline()) + "."));
    }

    /** A plan that has begun keeps the baselines of the goals that measure the same. */
    private Baseline baseline(PlanTerms.GoalTerms goal) {
        Stream<Goal> known = plan.status() == Status.ACTIVE ? plan.goals().stream() : Stream.empty();
        return known.filter(old -> old.measures(goal))
                .map(Goal::baseline)
                .findFirst()
                .orElseGet(() -> TermsCheck.baseline(goal, evaluation));
    }

    private Decision<PlanEvent> acknowledge(PlanCommand command) {
        return simple(command, PlanEvent.Type.ACKNOWLEDGED, EnumSet.of(Role.REP), "Acknowledged by the rep.");
    }

    private Decision<PlanEvent> activate(PlanCommand command) {
        Optional<Rejection> refusal = refusal(PlanEvent.Type.ACTIVATED, MANAGER);
        if (refusal.isEmpty() && plan.terms().deadline() <= stamps.day()) {
            refusal = Optional.of(new Rejection(
                    Rejection.Rule.OUT_OF_BOUNDS,
                    "the deadline, " + Days.text(plan.terms().deadline()) + ", is over",
                    "edit the plan: give it a deadline after " + Days.text(stamps.day())));
        }
        if (refusal.isEmpty()) {
            refusal = milestoneBefore(stamps.day());
        }
        if (refusal.isPresent()) {
            return new Decision.Rejected<>(refusal.get());
        }
        SortedMap<String, List<Point>> milestones = new TreeMap<>();
        plan.goals()
                .forEach(goal -> milestones.put(
                        goal.terms().id(),
                        goal.milestones(stamps.day(), plan.terms().deadline())));
        return Decision.accept(event(
                command,
                PlanEvent.Type.ACTIVATED,
                new Detail.Start(stamps.day(), milestones),
                "Begins on " + Days.text(stamps.day()) + "."));
    }

    /** A plan may begin later than was thought when its milestones were. */
    private Optional<Rejection> milestoneBefore(int start) {
        return plan.goals().stream()
                .flatMap(goal -> goal.terms().path().stream())
                .filter(point -> point.day() <= start)
                .findFirst()
                .map(point -> new Rejection(
                        Rejection.Rule.OUT_OF_BOUNDS,
                        "the milestone of " + Days.text(point.day()) + " is over",
                        "edit the plan: give it milestones after " + Days.text(start)));
    }

    private Decision<PlanEvent> resume(PlanCommand command) {
        Optional<Rejection> refusal = refusal(PlanEvent.Type.RESUMED, MANAGER);
        if (refusal.isPresent()) {
            return new Decision.Rejected<>(refusal.get());
        }
        int from = plan.pausedOn().orElseThrow();
        int shift = stamps.day() - from;
        // One that was over before the pause stays over.
        int deadline = plan.terms().deadline() + (plan.terms().deadline() >= from ? shift : 0);
        return Decision.accept(event(
                command,
                PlanEvent.Type.RESUMED,
                new Detail.Deadline(deadline, from, shift),
                "Goes on after a pause of " + shift + " days, until " + Days.text(deadline) + "."));
    }

    private Decision<PlanEvent> extend(PlanCommand.Extend extend) {
        Optional<Rejection> refusal = refusal(PlanEvent.Type.EXTENDED, MANAGER);
        if (refusal.isEmpty()) {
            refusal = TermsCheck.deadline(
                    extend.deadline(), Math.max(plan.terms().deadline(), stamps.day()), stamps.day());
        }
        return refusal.<Decision<PlanEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(event(
                        extend,
                        PlanEvent.Type.EXTENDED,
                        new Detail.Deadline(extend.deadline(), plan.terms().deadline() + 1, 0),
                        "Extended from " + Days.text(plan.terms().deadline()) + " to " + Days.text(extend.deadline())
                                + ".")));
    }

    private Decision<PlanEvent> addAction(PlanCommand.AddAction add) {
        Optional<Rejection> refusal = refusal(PlanEvent.Type.ACTION_ADDED, MANAGER_OR_HR)
                .or(() -> TermsCheck.action(add.action(), plan.terms().actions(), stamps.day()));
        return refusal.<Decision<PlanEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(event(
                        add,
                        PlanEvent.Type.ACTION_ADDED,
                        new Detail.Added(add.action()),
                        "To do: " + add.action().kind().id() + ", until "
                                + Days.text(add.action().due()) + ".")));
    }

    private Decision<PlanEvent> completeAction(PlanCommand.CompleteAction complete) {
        Optional<Rejection> refusal = refusal(PlanEvent.Type.ACTION_COMPLETED, ANYONE);
        if (refusal.isPresent()) {
            return new Decision.Rejected<>(refusal.get());
        }
        if (plan.action(complete.action()).isEmpty()) {
            return Decision.reject(
                    Rejection.Rule.UNKNOWN_PART,
                    "the plan has no action " + complete.action(),
                    "name one of "
                            + plan.terms().actions().stream()
                                    .map(PlanTerms.ActionTerms::id)
                                    .toList());
        }
        return plan.done(complete.action()).isPresent()
                ? new Decision.Accepted<>(List.of())
                : Decision.accept(event(
                        complete,
                        PlanEvent.Type.ACTION_COMPLETED,
                        new Detail.Done(complete.action(), stamps.day()),
                        "Done: " + complete.action() + "."));
    }

    private Decision<PlanEvent> checkIn(PlanCommand command) {
        Optional<Rejection> refusal = refusal(PlanEvent.Type.CHECK_IN_HELD, ANYONE);
        if (refusal.isEmpty() && plan.checkInsHeld().contains(stamps.day())) {
            return new Decision.Accepted<>(List.of());
        }
        return refusal.<Decision<PlanEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(event(
                        command,
                        PlanEvent.Type.CHECK_IN_HELD,
                        new Detail.CheckIn(stamps.day()),
                        "Check-in held on " + Days.text(stamps.day()) + ".")));
    }

    private Decision<PlanEvent> complete(PlanCommand.Complete complete) {
        return refusal(PlanEvent.Type.COMPLETED, MANAGER)
                .<Decision<PlanEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> {
                    Detail.End suggested = Suggestion.of(plan, new Figures.Evaluated(evaluation), evaluation.day());
                    return Decision.accept(event(
                            complete,
                            PlanEvent.Type.COMPLETED,
                            new Detail.End(complete.outcome(), suggested.suggested(), suggested.attainments()),
                            "Completed: " + complete.outcome().id() + "; suggested was "
                                    + Suggestion.sentence(plan, suggested)));
                });
    }
}
