package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Rejection;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.plans.PlanCommand;
import io.upswing.core.plans.PlanTerms;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.Target;
import io.upswing.core.plans.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many plans a rep may have. */
class ManyPlansTest {
    private final Story story = new Story(Story.Settings.USUAL);
    private int commands;

    private Optional<Rejection.Rule> says(PlanCommand command) {
        String id = "c" + ++commands;
        CommandHeader header = new CommandHeader(id, "ada", new Author("max", Role.MANAGER), 77, Optional.empty());
        story.reps().command(0, new RepCommand.OfPlan(header, command));
        return Optional.ofNullable(story.results.get(id))
                .orElseThrow()
                .rejection()
                .map(Rejection::rule);
    }

    private Optional<Rejection.Rule> drafts(int plan) {
        GoalTerms goal = new GoalTerms(
                "more",
                Kpi.REVENUE,
                new Timeframe.OfWindow(new Rolling(7)),
                new Target.Value(BigDecimal.TEN.pow(6)),
                List.of());
        PlanTerms terms = new PlanTerms(Optional.empty(), List.of(goal), List.of(), Story.march(60), 0);
        return says(new PlanCommand.Draft("p" + plan, terms));
    }

    @Test
    void aRepHasAHundredPlansThatAreNotOver() {
        story.on(10).joins("ada", "t", 1).on(11);
        for (int plan = 1; plan <= PlanCases.MOST_PLANS; plan++) {
            assertThat(drafts(plan)).isEmpty();
        }

        assertThat(drafts(101)).contains(Rejection.Rule.TOO_MANY);
        assertThat(drafts(7)).contains(Rejection.Rule.PLAN_EXISTS);
        assertThat(says(new PlanCommand.Cancel("p7"))).isEmpty();
        assertThat(drafts(101)).isEmpty();
    }
}
