package io.upswing.core.rep;

import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.plans.Figures;
import io.upswing.core.plans.Plan;
import io.upswing.core.plans.PlanCommand;
import io.upswing.core.plans.PlanDesk;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.PlanKeeper;
import io.upswing.core.plans.PlanWatch;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plans of the task's reps.
 *
 * <p>Those that are not over are held: made from their events once, and then changed event by event. So an evaluation and an
 * emit cost nothing where there is no plan, and the store is read once per rep.
 */
final class PlanCases {
    /** Of a rep, that are not over: each is evaluated at each close. */
    static final int MOST_PLANS = 100;

    private final Cases cases;
    private final RepOutput output;
    private final Wording wording;
    /** By rep, then by id. */
    private final Map<String, SortedMap<String, Held>> held = new HashMap<>();

    private record Held(Plan plan, PlanWatch watch) {}

    PlanCases(Cases cases, RepOutput output, Wording wording) {
        this.cases = cases;
        this.output = output;
        this.wording = wording;
    }

    private SortedMap<String, Held> held(String rep) {
        return held.computeIfAbsent(rep, this::read);
    }

    private SortedMap<String, Held> read(String rep) {
        SortedMap<String, Held> plans = new TreeMap<>();
        cases.plans(rep).forEach((id, file) -> {
            Held plan = held(file);
            if (!isOver(plan.plan())) {
                plans.put(id, plan);
            }
        });
        return plans;
    }

    private static Held held(Cases.File file) {
        return new Held(Plan.of(file.events()), file.watch());
    }

    private static boolean isOver(Plan plan) {
        return plan.status() == Plan.Status.CLOSED || plan.status() == Plan.Status.CANCELLED;
    }

    private void put(String rep, String id, Held plan) {
        cases.put(rep, id, new Cases.File(plan.plan().events(), plan.watch()));
        if (isOver(plan.plan())) {
            held(rep).remove(id);
        } else {
            held(rep).put(id, plan);
        }
    }

    /** A rep's plans that are not over. */
    Collection<Plan> of(String rep) {
        return held(rep).values().stream().map(Held::plan).toList();
    }

    Decision<PlanEvent> decide(CommandHeader header, PlanCommand command, Evaluation before, Stamps stamps) {
        String rep = header.rep();
        String id = command.plan();
        Held known = held(rep).get(id);
        Held plan = known == null ? held(cases.plan(rep, id)) : known;
        boolean isNew = command instanceof PlanCommand.Draft && plan.plan().status() == Plan.Status.NONE;
        if (isNew && held(rep).size() >= MOST_PLANS) {
            return Decision.reject(
                    Rejection.Rule.TOO_MANY,
                    "the rep has " + MOST_PLANS + " plans that are not over",
                    "cancel those that are not needed; a completed one is over 90 days after its end");
        }
        Decision<PlanEvent> decision = PlanDesk.decide(plan.plan(), header, command, before, stamps, wording);
        if (decision instanceof Decision.Accepted<PlanEvent>(List<PlanEvent> events)) {
            Plan after = plan.plan();
            for (PlanEvent event : events) {
                after = after.plus(event);
            }
            Held changed = new Held(after, plan.watch());
            if (!events.isEmpty()) {
                put(rep, id, changed);
            }
            events.forEach(this::tell);
            ended(id, changed, before);
        }
        return decision;
    }

    /**
     * Evaluates a rep's day.
     *
     * @param withdrawn the rules whose issue was withdrawn on that day
     */
    void evaluate(Evaluation evaluation, Stamps stamps, Set<String> withdrawn) {
        String rep = evaluation.rep();
        new TreeMap<>(held(rep)).forEach((id, before) -> {
            Plan plan = before.plan();
            boolean ground = plan.terms()
                    .answers()
                    .filter(withdrawn::contains)
                    .map(rule -> isGround(plan, cases.track(rep, rule).events()))
                    .orElse(false);
            PlanKeeper.Result result =
                    PlanKeeper.evaluate(id, plan, before.watch(), evaluation, stamps, ground, wording);
            if (!result.events().isEmpty() || !result.watch().equals(before.watch())) {
                Held after = new Held(result.plan(), result.watch());
                put(rep, id, after);
                result.events().forEach(this::tell);
                ended(id, after, evaluation);
            }
        });
    }

    /** Whether the episode that was withdrawn was open when the plan was agreed on: a later one is not its ground. */
    static boolean isGround(Plan plan, List<IssueEvent> events) {
        OptionalInt withdrawn = events.stream()
                .filter(event -> event.type() == IssueEvent.Type.WITHDRAWN)
                .mapToInt(IssueEvent::episode)
                .max();
        return withdrawn.isPresent()
                && events.stream()
                        .filter(event -> event.episode() == withdrawn.getAsInt())
                        .filter(event ->
                                event.type() == IssueEvent.Type.RAISED || event.type() == IssueEvent.Type.REGRESSED)
                        .anyMatch(event -> event.stamp().day() < plan.agreedOn());
    }

    private void tell(PlanEvent event) {
        output.plan(event);
        Recognition.of(event).ifPresent(output::recognition);
    }

    /** A plan that has ended does not go on with each event; what it has come to is sent when it ends. */
    private void ended(String id, Held ended, Evaluation evaluation) {
        if (!ended.plan().status().isOpen()) {
            Figures figures = new Figures.Evaluated(evaluation);
            send(id, evaluation.rep(), ended, figures, evaluation.day());
        }
    }

    /** Sends the progress of a rep's open plans, by the figures of a day. */
    void progress(String rep, Figures figures, int day) {
        held(rep).forEach((id, plan) -> {
            if (plan.plan().status().isOpen()) {
                send(id, rep, plan, figures, day);
            }
        });
    }

    private void send(String id, String rep, Held plan, Figures figures, int day) {
        output.planNow(Progress.of(id, rep, plan.plan(), plan.watch(), figures, day));
    }
}
