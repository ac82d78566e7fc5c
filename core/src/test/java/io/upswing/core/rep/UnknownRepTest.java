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

/** A plan is for a rep who was known at the close of the day before: the others are not evaluated. */
class UnknownRepTest {
    private final Story story = new Story(Story.Settings.USUAL);
    private int commands;

    private String drafts(String rep) {
        String id = "c" + ++commands;
        GoalTerms goal = new GoalTerms(
                "more",
                Kpi.REVENUE,
                new Timeframe.OfWindow(new Rolling(7)),
                new Target.Value(BigDecimal.TEN.pow(6)),
                List.of());
        PlanTerms terms = new PlanTerms(Optional.empty(), List.of(goal), List.of(), Story.march(60), 0);
        CommandHeader header = new CommandHeader(id, rep, new Author("max", Role.MANAGER), 77, Optional.empty());
        story.reps().command(0, new RepCommand.OfPlan(header, new PlanCommand.Draft("plan", terms)));
        return id;
    }

    private Optional<Rejection> rejection(String command) {
        return Optional.ofNullable(story.results.get(command)).orElseThrow().rejection();
    }

    private Optional<Rejection.Rule> answer(String command) {
        return rejection(command).map(Rejection::rule);
    }

    @Test
    void aPlanForNobodyIsRejected() {
        story.on(10);

        String command = drafts("nobody");

        Rejection why = rejection(command).orElseThrow();
        assertThat(why.rule()).isEqualTo(Rejection.Rule.UNKNOWN_REP);
        assertThat(why.detail()).isEqualTo("nobody knew the rep nobody at the close of 2026-03-09");
        assertThat(why.instead()).contains("org.reps");
    }

    @Test
    void whoIsToldOfTodayIsKnownTomorrow() {
        story.on(10).joins("ada", "t", 1);

        assertThat(answer(drafts("ada"))).contains(Rejection.Rule.UNKNOWN_REP);
        story.on(11);

        assertThat(answer(drafts("ada"))).isEmpty();
    }

    @Test
    void factsMakeARepKnownToo() {
        story.on(10).revenue("ada", 10, 500);

        assertThat(answer(drafts("ada"))).contains(Rejection.Rule.UNKNOWN_REP);
        story.on(11);

        assertThat(answer(drafts("ada"))).isEmpty();
    }

    @Test
    void whoIsToldOfBeforeAllDaysIsKnownToACommandThatIsToo() {
        String command = drafts("ada");
        story.joins("ada", "t", 1);
        String other = drafts("nobody");

        story.on(10);

        assertThat(answer(command)).isEmpty();
        assertThat(answer(other)).contains(Rejection.Rule.UNKNOWN_REP);
    }

    @Test
    void whatHasNoOwnerIsNoRep() {
        story.on(10).revenue("unassigned", 10, 500).on(11);

        assertThat(answer(drafts("unassigned"))).contains(Rejection.Rule.UNKNOWN_REP);
    }

    @Test
    void whoHasLeftTheTeamIsKnownStill() {
        story.on(10).joins("ada", "t", 1).leaves("ada", 5).on(11);

        assertThat(answer(drafts("ada"))).isEmpty();
    }
}
