package io.upswing.core.plans;

import static io.upswing.core.plans.PlanStory.action;
import static io.upswing.core.plans.PlanStory.epoch;
import static io.upswing.core.plans.PlanStory.goal;
import static io.upswing.core.plans.PlanStory.period;
import static io.upswing.core.plans.PlanStory.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any sequence of commands and closes leaves a plan that its events rebuild. */
class PlanPropertyTest {
    private static final List<Role> ROLES = List.of(Role.values());

    @Property(tries = 300)
    void anySequenceLeavesAPlanThatIsWhatItsEventsSay(@ForAll long seed) {
        Random random = new Random(seed);
        PlanStory story = random.nextBoolean()
                ? PlanStory.begun(terms(0, random).goals().getFirst(), action("a", Kind.COACHING, 9))
                : new PlanStory();
        int steps = 40 + random.nextInt(80);

        for (int i = 0; i < steps; i++) {
            step(story, random);
            consistent(story);
        }

        assertThat(Plan.of(story.events)).isEqualTo(story.plan);
        assertThat(story.events).extracting(event -> event.stamp().id()).doesNotHaveDuplicates();
    }

    private static void step(PlanStory story, Random random) {
        int today = story.known.day() - epoch(0);
        if (random.nextInt(4) != 0) {
            story.closes(day -> {
                if (random.nextBoolean()) {
                    day.won(day.day(), random.nextInt(600));
                }
                if (random.nextInt(6) == 0) {
                    day.add(day.day(), Measure.COACHINGS, 1);
                }
                if (random.nextInt(4) == 0) {
                    int on = day.day() - 1 - random.nextInt(20);
                    day.corrects("deal:D", on, Measure.REVENUE, random.nextInt(4_000) - 2_000L);
                }
            });
            return;
        }
        Role role = random.nextInt(3) == 0 ? ROLES.get(random.nextInt(ROLES.size())) : Role.MANAGER;
        story.commands(new Author(role == Role.REP ? "ada" : "max", role), command(today, random));
    }

    private static PlanCommand command(int today, Random random) {
        return switch (random.nextInt(13)) {
            case 0 -> new PlanCommand.Draft("p", terms(today, random));
            case 1 -> new PlanCommand.Edit("p", terms(today, random));
            case 2 -> new PlanCommand.Propose("p");
            case 3 -> new PlanCommand.Acknowledge("p");
            case 4 -> new PlanCommand.Activate("p");
            case 5 -> new PlanCommand.Pause("p");
            case 6, 7 -> new PlanCommand.Resume("p");
            case 8 -> new PlanCommand.Extend("p", epoch(today + random.nextInt(90)));
            case 9 -> new PlanCommand.AddAction("p", action("b" + random.nextInt(3), Kind.COACHING, today + 9));
            case 10 -> new PlanCommand.CompleteAction("p", "a");
            case 11 -> new PlanCommand.HoldCheckIn("p");
            default ->
                random.nextInt(4) == 0
                        ? new PlanCommand.Complete("p", Outcome.PARTLY_MET)
                        : new PlanCommand.HoldCheckIn("p");
        };
    }

    private static PlanTerms terms(int today, Random random) {
        GoalTerms goal = switch (random.nextInt(4)) {
            case 0 -> goal(point(today + 5, 10_500), point(today + 12, 11_000));
            case 1 -> period(Kpi.REVENUE, today + random.nextInt(20) - 10, today + 30, 11_000);
            case 2 -> goal(new Target.Value(BigDecimal.valueOf(10_000 + random.nextInt(5_000))));
            default -> goal();
        };
        return new PlanTerms(
                Optional.of("low"),
                List.of(goal),
                List.of(action("a", Kind.COACHING, today + 20)),
                epoch(today + 31 + random.nextInt(30)),
                random.nextInt(8));
    }

    private static void consistent(PlanStory story) {
        Plan plan = story.plan;
        assertThat(plan.status().isRunning())
                .isEqualTo(plan.started().isPresent() && plan.endedOn().isEmpty());
        assertThat(plan.pausedOn().isPresent() && plan.endedOn().isEmpty())
                .isEqualTo(plan.status() == Plan.Status.PAUSED);
        Progress progress = story.progress();
        assertThat(progress.outcome().isPresent()).isEqualTo(plan.isCompleted());
        for (Progress.OfGoal goal : progress.goals()) {
            assertThat(goal.fraction()).isFinite();
            assertThat(goal.expectedFraction()).isBetween(-1e9, 1e9);
            assertThat(goal.reachedOn()).isEqualTo(plan.reached(goal.id()));
        }
    }
}
