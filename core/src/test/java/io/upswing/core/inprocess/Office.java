package io.upswing.core.inprocess;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.issues.Change;
import io.upswing.core.issues.Form;
import io.upswing.core.issues.IssueCommand;
import io.upswing.core.issues.Limit;
import io.upswing.core.issues.NoActivity;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.plans.Outcome;
import io.upswing.core.plans.PlanCommand;
import io.upswing.core.plans.PlanTerms;
import io.upswing.core.plans.Target;
import io.upswing.core.plans.Timeframe;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.RepStage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Random rules, and commands of every kind, each on a day. */
final class Office {
    private static final List<String> REPS = List.of("ann", "bob", "cid", "dee", "eve", "ida", "zoe");
    private static final List<String> RULES = List.of("low", "silent", "falling");

    private static final List<Role> ROLES = List.of(Role.values());

    private final Random random;
    private final int firstDay;
    private final int lastDay;
    private final SortedMap<Integer, List<Rule>> rules = new TreeMap<>();
    private final SortedMap<Integer, List<RepCommand>> commands = new TreeMap<>();
    private int count;

    Office(Random random, int firstDay, int lastDay) {
        this.random = random;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        rules();
        REPS.forEach(this::plan);
        for (int i = 0; i < 80; i++) {
            anything(REPS.get(random.nextInt(REPS.size())), firstDay + random.nextInt(lastDay - firstDay + 1));
        }
    }

    private void rules() {
        Limit low = new Limit(
                Kpi.REVENUE,
                new Window.Rolling(5),
                Limit.Side.FLOOR,
                BigDecimal.valueOf(300_000),
                BigDecimal.valueOf(400_000),
                0);
        rule(firstDay - 1, "low", 1, false, low);
        rule(firstDay + 5, "silent", 1, false, new NoActivity(2));
        Change falling =
                new Change(Kpi.DEALS_CREATED, new Window.Rolling(5), new BigDecimal("0.1"), BigDecimal.ZERO, 1);
        rule(firstDay - 1, "falling", 1, false, falling);
        rule(firstDay + 12, "silent", 2, false, new NoActivity(4));
        rule(firstDay + 20, "falling", 2, true, falling);
    }

    private void rule(int day, String id, int version, boolean retired, Form form) {
        Rule rule = new Rule(
                id,
                version,
                day + 2,
                retired,
                id,
                "",
                form,
                new Rule.Hold(2, 2),
                Rule.Severity.NOTICE,
                Scope.everyone(0),
                OptionalInt.of(6));
        rules.computeIfAbsent(day, d -> new ArrayList<>()).add(rule);
    }

    private void plan(String rep) {
        int day = firstDay + random.nextInt(8);
        PlanTerms terms = terms();
        says(day, rep, Role.MANAGER, new PlanCommand.Draft("p-" + rep, terms));
        says(day, rep, Role.MANAGER, new PlanCommand.Propose("p-" + rep));
        says(day + random.nextInt(3), rep, Role.REP, new PlanCommand.Acknowledge("p-" + rep));
        says(day + 2, rep, Role.MANAGER, new PlanCommand.Activate("p-" + rep));
    }

    private PlanTerms terms() {
        Timeframe timeframe = random.nextBoolean()
                ? new Timeframe.OfWindow(new Window.Rolling(5))
                : new Timeframe.OfPeriod(firstDay + 5, firstDay + 25);
        PlanTerms.GoalTerms goal = new PlanTerms.GoalTerms(
                "g",
                random.nextBoolean() ? Kpi.REVENUE : Kpi.DEALS_WON,
                timeframe,
                new Target.Value(BigDecimal.valueOf(5 + random.nextInt(2) * 900_000L)),
                List.of());
        PlanTerms.ActionTerms action = new PlanTerms.ActionTerms(
                "a",
                random.nextBoolean() ? PlanTerms.Kind.COACHING : PlanTerms.Kind.TRAINING,
                "max",
                firstDay + 40,
                Optional.empty());
        return new PlanTerms(Optional.of("low"), List.of(goal), List.of(action), firstDay + 26, random.nextInt(6));
    }

    private void anything(String rep, int day) {
        Role role = ROLES.get(random.nextInt(ROLES.size()));
        String plan = "p-" + rep;
        IssueCommand.Target target = new IssueCommand.Target(RULES.get(random.nextInt(RULES.size())), Optional.empty());
        switch (random.nextInt(13)) {
            case 0 -> says(day, rep, role, new PlanCommand.Edit(plan, terms()));
            case 1 -> says(day, rep, role, new PlanCommand.Pause(plan));
            case 2, 3 -> says(day, rep, role, new PlanCommand.Resume(plan));
            case 4 -> says(day, rep, role, new PlanCommand.Extend(plan, lastDay + random.nextInt(20)));
            case 5 -> says(day, rep, role, new PlanCommand.HoldCheckIn(plan));
            case 6 -> says(day, rep, role, new PlanCommand.CompleteAction(plan, "a"));
            case 7 -> says(day, rep, role, new PlanCommand.Complete(plan, Outcome.PARTLY_MET));
            case 8 -> says(day, rep, role, new PlanCommand.Draft(plan + random.nextInt(3), terms()));
            case 9 -> says(day, rep, role, new IssueCommand.Acknowledge(target));
            case 10 -> says(day, rep, role, new IssueCommand.Dismiss(target, IssueCommand.Reason.OTHER));
            case 11 -> says(day, rep, role, new IssueCommand.Dispute(target, List.of("deal-1")));
            default -> says(day, rep, role, new IssueCommand.Silence(target, day + random.nextInt(9)));
        }
    }

    /** Some ids come twice. */
    private CommandHeader header(int day, String rep, Role role) {
        count += random.nextInt(12) == 0 ? 0 : 1;
        Author author = new Author(role == Role.REP ? rep : "max", role);
        return new CommandHeader("c" + count, rep, author, 1_000L * day, Optional.empty());
    }

    private void says(int day, String rep, Role role, PlanCommand command) {
        add(day, new RepCommand.OfPlan(header(day, rep, role), command));
    }

    private void says(int day, String rep, Role role, IssueCommand command) {
        add(day, new RepCommand.OfIssue(header(day, rep, role), command));
    }

    private void add(int day, RepCommand command) {
        commands.computeIfAbsent(day, d -> new ArrayList<>()).add(command);
    }

    /** Writes all, each on its day, with the watermarks of every day. */
    void append(Pipeline pipeline, int partitions) {
        for (int day = firstDay - 1; day <= lastDay + 1; day++) {
            append(pipeline, partitions, day);
        }
    }

    /** Writes what is said on a day, and closes it. */
    void append(Pipeline pipeline, int partitions, int day) {
        rules.getOrDefault(day, List.of()).forEach(pipeline::rule);
        commands.getOrDefault(day, List.of()).forEach(pipeline::command);
        for (int partition = 0; partition < partitions && day <= lastDay; partition++) {
            pipeline.watermark(RepStage.RULES, partition, day);
            pipeline.watermark(RepStage.COMMANDS, partition, day);
        }
    }
}
