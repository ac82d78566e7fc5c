package io.upswing.core.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.KnownDay;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Kind;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A plan of the rep ada, close by close. Days count from 1; day 0 has closed, and ada has won 10,000 in the 90 days up to it.
 * The plan: 12,000 by day 61, with a check-in every 7 days.
 */
final class PlanStory {
    private static final int EVE = Days.of("2026-03-01");
    static final Author MANAGER = new Author("max", Role.MANAGER);
    static final Author REP = new Author("ada", Role.REP);

    private static final Wording WORDING = new Wording("EUR", 2);

    final KnownDay known = new KnownDay(EVE).won(EVE - 5, 10_000);
    /** What happened: the type and the day. */
    final List<String> told = new ArrayList<>();

    final List<PlanEvent> events = new ArrayList<>();
    final List<String> recognized = new ArrayList<>();
    Plan plan = Plan.of(List.of());
    PlanWatch watch = PlanWatch.NEW;
    private int sequence;
    private int commands;

    static int epoch(int day) {
        return EVE + day;
    }

    static GoalTerms goal(Target target, Point... path) {
        return new GoalTerms(
                "more", Kpi.REVENUE, new Timeframe.OfWindow(new Window.Rolling(90)), target, List.of(path));
    }

    /** A fifth more. */
    static GoalTerms goal(Point... path) {
        return goal(new Target.ChangeBy(new BigDecimal("0.2")), path);
    }

    static GoalTerms period(Kpi kpi, int from, int to, long target) {
        return new GoalTerms(
                "more",
                kpi,
                new Timeframe.OfPeriod(epoch(from), epoch(to)),
                new Target.Value(BigDecimal.valueOf(target)),
                List.of());
    }

    static Point point(int day, long value) {
        return new Point(epoch(day), BigDecimal.valueOf(value));
    }

    static ActionTerms action(String id, Kind kind, int due) {
        return new ActionTerms(id, kind, "ada", epoch(due), Optional.empty());
    }

    static PlanTerms terms(GoalTerms goal, ActionTerms... actions) {
        return new PlanTerms(Optional.of("low"), List.of(goal), List.of(actions), epoch(61), 7);
    }

    Decision<PlanEvent> commands(Author author, PlanCommand command) {
        commands++;
        CommandHeader header = new CommandHeader("c" + commands, "ada", author, 77, Optional.empty());
        Stamps stamps = new Stamps("ada", known.day() + 1, 77, sequence);
        Decision<PlanEvent> decision = PlanDesk.decide(plan, header, command, known, stamps, WORDING);
        if (decision instanceof Decision.Accepted<PlanEvent>(List<PlanEvent> happened)) {
            happened.forEach(this::tell);
            sequence = stamps.last();
        }
        return decision;
    }

    private void tell(PlanEvent event) {
        events.add(event);
        told.add(event.type() + " " + (event.stamp().day() - EVE));
        Recognition.of(event).ifPresent(good -> recognized.add(good.kind().id()));
        plan = Plan.of(events);
    }

    PlanStory does(Author author, PlanCommand command) {
        assertThat(commands(author, command)).isInstanceOf(Decision.Accepted.class);
        return this;
    }

    PlanStory manager(PlanCommand command) {
        return does(MANAGER, command);
    }

    Rejection rejection(PlanCommand command) {
        return ((Decision.Rejected<PlanEvent>) commands(MANAGER, command)).rejection();
    }

    PlanStory drafted(GoalTerms goal, ActionTerms... actions) {
        return manager(new PlanCommand.Draft("p", terms(goal, actions)));
    }

    PlanStory acknowledged(GoalTerms goal, ActionTerms... actions) {
        return drafted(goal, actions).manager(new PlanCommand.Propose("p")).does(REP, new PlanCommand.Acknowledge("p"));
    }

    /** Begun on day 1. */
    static PlanStory begun(GoalTerms goal, ActionTerms... actions) {
        PlanStory story = new PlanStory().acknowledged(goal, actions).manager(new PlanCommand.Activate("p"));
        story.told.clear();
        return story;
    }

    /** Days close up to one. */
    PlanStory closesUpTo(int day) {
        while (known.day() < epoch(day)) {
            close(known.on(known.day() + 1));
        }
        return this;
    }

    /** The next day closes with what a test has put there. */
    PlanStory closes(Consumer<KnownDay> happens) {
        known.on(known.day() + 1);
        happens.accept(known);
        close(known);
        return this;
    }

    private void close(KnownDay today) {
        close(today, false);
    }

    PlanStory groundIsWithdrawn() {
        close(known.on(known.day() + 1), true);
        return this;
    }

    private void close(KnownDay today, boolean withdrawn) {
        Stamps stamps = new Stamps("ada", today.day(), 1_000L * today.day(), sequence);
        PlanKeeper.Result result = PlanKeeper.evaluate("p", plan, watch, today, stamps, withdrawn, WORDING);
        watch = result.watch();
        result.events().forEach(this::tell);
        assertThat(result.plan()).isEqualTo(plan);
        sequence = 0;
    }

    /** What happened of some types. */
    List<String> told(String... types) {
        return told.stream()
                .filter(event -> List.of(types).contains(event.substring(0, event.indexOf(' '))))
                .toList();
    }

    Progress progress() {
        return Progress.of("p", "ada", plan, watch, new Figures.Evaluated(known), known.day());
    }
}
