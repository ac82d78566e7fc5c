package io.upswing.core.issues;

import static io.upswing.core.issues.IssueStory.BAD;
import static io.upswing.core.issues.IssueStory.GOOD;
import static io.upswing.core.issues.IssueStory.MIDDLING;
import static io.upswing.core.issues.IssueStory.NONE;
import static io.upswing.core.issues.IssueStory.epoch;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.KnownDay;
import io.upswing.core.issues.Issue.Status;
import io.upswing.core.issues.Watch.Phase;
import io.upswing.core.kpi.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** An issue from close to close; see {@link IssueStory} for the rule. */
class IssueLifeTest {
    private final IssueStory story = new IssueStory();

    @Test
    void itIsRaisedWhenABreachHasLasted() {
        story.closes(GOOD, BAD, BAD);
        assertThat(story.told).isEmpty();
        assertThat(story.track.watch().phase()).isEqualTo(Phase.PENDING);

        story.closes(BAD);

        assertThat(story.told).containsExactly("RAISED 4");
        assertThat(story.issue().run()).isEqualTo(new IssueEvent.Run(epoch(2), epoch(4)));
        assertThat(story.issue().evidence().value()).isEqualTo(BAD);
        assertThat(story.issue().sentence()).endsWith("So for 3 days, since 2026-03-03.");
        assertThat(story.issue().evidence().movers()).containsExactly(new Evidence.Mover(epoch(4), "revenue", BAD));
        assertThat(story.track.watch().phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void aDayThatIsNoBreachBeginsTheCountAnew() {
        story.closes(BAD, BAD, MIDDLING, BAD, BAD);
        assertThat(story.told).isEmpty();

        story.closes(BAD);

        assertThat(story.told).containsExactly("RAISED 6");
    }

    @Test
    void aDayWithoutDataLetsTheCountStandStill() {
        story.closes(BAD, NONE, NONE, BAD, BAD);

        assertThat(story.told).containsExactly("RAISED 5");
        assertThat(story.issue().run()).isEqualTo(new IssueEvent.Run(epoch(1), epoch(5)));
    }

    @Test
    void leaveLetsTheCountsStandStill() {
        story.known.away(epoch(2), epoch(4));
        story.closes(BAD, BAD, BAD, BAD);
        assertThat(story.track.watch())
                .extracting(Watch::phase, Watch::inBreach)
                .containsExactly(Phase.LEAVE, 1);

        story.closes(BAD, BAD);

        assertThat(story.told).containsExactly("RAISED 6");
    }

    @Test
    void rampBeginsTheCountAnew() {
        story.closes(BAD, BAD);
        Rule rule = new Rule(
                "low",
                1,
                0,
                false,
                "",
                "",
                new NoActivity(1),
                new Rule.Hold(3, 2),
                Rule.Severity.NOTICE,
                Scope.everyone(10),
                OptionalInt.empty());

        Watch after = story.track.watch().silent(new Reading.Silent(Reading.Why.RAMP, ""));

        assertThat(rule.scope().silence(story.known.hired(epoch(0)), epoch(9)))
                .map(Reading.Silent::why)
                .contains(Reading.Why.RAMP);
        assertThat(after.inBreach()).isZero();
    }

    @Test
    void itIsResolvedWhenItWasClearForLong() {
        story.closes(BAD, BAD, BAD, GOOD, MIDDLING, GOOD);
        assertThat(story.told).containsExactly("RAISED 3");

        story.closes(GOOD);

        assertThat(story.told).containsExactly("RAISED 3", "RESOLVED 7");
        assertThat(story.issue())
                .extracting(Issue::status, Issue::endedOn)
                .containsExactly(Status.RESOLVED, OptionalInt.of(epoch(7)));
    }

    @Test
    void withoutDataAnOpenIssueStaysOpenAndSaysSo() {
        story.closes(BAD, BAD, BAD, GOOD, NONE);

        assertThat(story.track.open()).isPresent();
        assertThat(story.track.watch().phase()).isEqualTo(Phase.NOT_ENOUGH_DATA);
        story.closes(GOOD);
        assertThat(story.told).containsExactly("RAISED 3", "RESOLVED 6");
    }

    @Test
    void within90DaysOfItsEndItComesBackAsTheOldOne() {
        story.closes(BAD, BAD, BAD, GOOD, GOOD).closes(87, MIDDLING);
        String id = story.issue().id();

        story.closes(BAD, BAD, BAD);

        assertThat(story.told).containsExactly("RAISED 3", "RESOLVED 5", "REGRESSED 95");
        assertThat(story.issue()).extracting(Issue::id, Issue::episode).containsExactly(id, 2);
    }

    @Test
    void after90DaysItIsAnother() {
        story.closes(BAD, BAD, BAD, GOOD, GOOD).closes(88, MIDDLING);
        String id = story.issue().id();

        story.closes(BAD, BAD, BAD);

        assertThat(story.told).containsExactly("RAISED 3", "RESOLVED 5", "RAISED 96");
        assertThat(story.issue().id()).isNotEqualTo(id);
        assertThat(story.track.events()).hasSize(1);
    }

    @Test
    void aDismissedIssueIsNotRaisedAgainUntilItWasClear() {
        story.closes(BAD, BAD, BAD).dismissed().closes(10, BAD).closes(GOOD).closes(3, BAD);
        assertThat(story.told).containsExactly("RAISED 3", "DISMISSED 4");

        story.closes(GOOD, GOOD, BAD, BAD, BAD);

        assertThat(story.told).containsExactly("RAISED 3", "DISMISSED 4", "REGRESSED 22");
    }

    @Test
    void itEscalatesOnceAnEpisode() {
        IssueStory slow = new IssueStory(OptionalInt.of(5));

        slow.closes(12, BAD);

        assertThat(slow.told).containsExactly("RAISED 3", "ESCALATED 8");
        slow.closes(GOOD, GOOD).closes(9, BAD);
        assertThat(slow.told).containsExactly("RAISED 3", "ESCALATED 8", "RESOLVED 14", "REGRESSED 17", "ESCALATED 22");
    }

    @Test
    void noDayOfLeaveCountsTowardsEscalation() {
        IssueStory slow = new IssueStory(OptionalInt.of(5));
        slow.closes(3, BAD);
        slow.known.away(epoch(5), epoch(20));

        slow.closes(30, BAD);

        assertThat(slow.told).containsExactly("RAISED 3", "ESCALATED 24");
        assertThat(slow.events.getLast().sentence()).startsWith("Open for 21 days, 16 of them on leave. ");
    }

    @Test
    void anIssueThatIsDueDoesNotEscalateDuringLeave() {
        IssueStory slow = new IssueStory(OptionalInt.of(5));
        slow.inhibited = true;
        slow.closes(10, BAD);
        slow.known.away(epoch(11), epoch(14));
        slow.inhibited = false;

        slow.closes(6, BAD);

        assertThat(slow.told).containsExactly("RAISED 3", "ESCALATED 15");
    }

    @Test
    void anAcknowledgedIssueEscalatesAndCanBeAcknowledgedAgain() {
        IssueStory slow = new IssueStory(OptionalInt.of(2));
        slow.closes(3, BAD).manager(new IssueCommand.Acknowledge(IssueStory.target()));

        slow.closes(2, BAD).manager(new IssueCommand.Acknowledge(IssueStory.target()));
        slow.closes(5, BAD);

        assertThat(slow.told).containsExactly("RAISED 3", "ACKNOWLEDGED 4", "ESCALATED 5", "ACKNOWLEDGED 6");
    }

    @Test
    void aCorrectionThatTakesTheGroundAwayWithdrawsIt() {
        story.closes(BAD, BAD, BAD, MIDDLING);

        story.closesCorrecting(2, 100, MIDDLING);

        assertThat(story.told).containsExactly("RAISED 3", "WITHDRAWN 5");
        assertThat(story.events.getLast().entities()).containsExactly("deal:D1");
        assertThat(story.issue().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void onlyThoseAreNamedWhoseCorrectionMovesTheFigure() {
        story.closes(BAD, BAD, BAD, MIDDLING);

        story.closes(day -> day.won(epoch(5), MIDDLING)
                .corrects("deal:D1", epoch(2), Measure.REVENUE, 100)
                .corrects("deal:OLD", epoch(-9), Measure.REVENUE, 70)
                .corrects("deal:OTHER", epoch(2), Measure.DEALS_LOST, 1));

        assertThat(story.told).containsExactly("RAISED 3", "WITHDRAWN 5");
        assertThat(story.events.getLast().entities()).containsExactly("deal:D1");
    }

    @Test
    void aWithdrawnIssueIsNoneThatComesBack() {
        story.closes(BAD, BAD, BAD, MIDDLING).closesCorrecting(2, 100, MIDDLING);

        story.closes(BAD, BAD, BAD);

        assertThat(story.told).containsExactly("RAISED 3", "WITHDRAWN 5", "RAISED 8");
    }

    @Test
    void aCorrectionOfTheFigureThatLeavesTheGroundCorrectsIt() {
        story.closes(BAD, BAD, BAD, MIDDLING);

        story.closesCorrecting(3, -20, MIDDLING);

        assertThat(story.told).containsExactly("RAISED 3", "CORRECTED 5");
        assertThat(story.issue().evidence().value()).isEqualTo(BAD - 20);
        assertThat(story.issue().status()).isEqualTo(Status.RAISED);
    }

    @Test
    void aCorrectionThatMovesNothingIsNotTold() {
        story.closes(BAD, BAD, BAD, MIDDLING);

        story.closesCorrecting(1, 10, MIDDLING);

        assertThat(story.told).containsExactly("RAISED 3");
    }

    @Test
    void itIsNotWithdrawnWhereLaterDaysCarryIt() {
        story.closes(6, BAD);

        story.closesCorrecting(2, 100, BAD);

        assertThat(story.told).containsExactly("RAISED 3", "CORRECTED 7");
        assertThat(story.issue().run()).isEqualTo(new IssueEvent.Run(epoch(3), epoch(5)));
    }

    @Test
    void leaveThatIsToldLateWithdrawsIt() {
        story.closes(BAD, BAD, BAD);

        story.known.away(epoch(1), epoch(3)).on(epoch(3));
        story.known.pastChanged();
        story.closesCorrecting(3, 0, GOOD);

        assertThat(story.told).containsExactly("RAISED 3", "WITHDRAWN 4");
    }

    @Test
    void whatIsNoLongerKeptIsNotJudgedAgain() {
        story.closes(BAD, BAD, BAD, MIDDLING);
        story.known.keptFrom(epoch(2));

        story.closesCorrecting(3, 100, MIDDLING);

        assertThat(story.told).containsExactly("RAISED 3");
    }

    @Test
    void aRetiredRuleResolvesIt() {
        story.closes(BAD, BAD, BAD).retired().closes(BAD, BAD, BAD, BAD);

        assertThat(story.told).containsExactly("RAISED 3", "RESOLVED 4");
        assertThat(story.events.getLast().reason()).contains("the rule is retired");
    }

    @Test
    void anotherVersionOfTheRuleCountsAnewAndLeavesAnOpenIssueOpen() {
        story.closes(BAD, BAD).version(3, 2).closes(BAD, BAD);
        assertThat(story.told).isEmpty();

        story.closes(BAD).version(3, 2).closes(GOOD, BAD, GOOD, GOOD);

        assertThat(story.told).containsExactly("RAISED 5", "RESOLVED 9");
        assertThat(story.issue().ruleVersion()).isEqualTo(2);
    }

    @Test
    void silenceAndInhibitionSwitchOnlyThePageOff() {
        story.inhibited = true;
        story.closes(BAD, BAD, BAD);
        story.inhibited = false;
        story.manager(new IssueCommand.Silence(IssueStory.target(), epoch(8)))
                .closesCorrecting(3, -10, GOOD)
                .closes(GOOD);

        assertThat(story.told).containsExactly("RAISED 3", "SILENCED 4", "CORRECTED 4", "RESOLVED 5");
        assertThat(story.events).extracting(IssueEvent::page).containsOnly(false);

        story.closes(BAD, BAD, BAD);

        assertThat(story.events.getLast())
                .extracting(IssueEvent::type, IssueEvent::page)
                .containsExactly(IssueEvent.Type.REGRESSED, true);
    }

    @Test
    void theEventsOfADayAreNumberedAndTheSameAtEveryReplay() {
        IssueStory again = new IssueStory();
        for (IssueStory told : List.of(story, again)) {
            told.closes(BAD, BAD, BAD).manager(new IssueCommand.Acknowledge(IssueStory.target()));
            told.closesCorrecting(3, -10, BAD);
        }

        assertThat(again.events).isEqualTo(story.events);
        assertThat(story.events).extracting(event -> event.stamp().sequence()).containsExactly(1, 1, 2);
        assertThat(story.events).extracting(event -> event.stamp().id()).doesNotHaveDuplicates();
        assertThat(Issue.of(story.track.events())).contains(story.issue());
    }

    private static void corrected(KnownDay known, int entities, int day, long by) {
        for (int i = 0; i < entities; i++) {
            known.corrects("deal:D" + (1_000 + i), epoch(day), Measure.REVENUE, by);
        }
    }

    @Test
    void ofManyWhoseCorrectionWithdrawsItAHundredAreNamedAndAllAreCounted() {
        story.closes(BAD, BAD, BAD, MIDDLING);

        story.closes(known -> corrected(known, 150, 2, 1));

        assertThat(story.told).containsExactly("RAISED 3", "WITHDRAWN 5");
        assertThat(story.events.getLast().entities()).hasSize(100).startsWith("deal:D1000");
        assertThat(story.events.getLast().sentence())
                .endsWith(" 150 deals and activities were corrected, 100 of them are named.");
    }

    @Test
    void ofManyWhoseCorrectionChangesItsEvidenceAHundredAreNamedAndAllAreCounted() {
        story.closes(BAD, BAD, BAD, MIDDLING);

        story.closes(known -> corrected(known, 101, 3, -1));

        assertThat(story.told).containsExactly("RAISED 3", "CORRECTED 5");
        assertThat(story.events.getLast().entities()).hasSize(100);
        assertThat(story.events.getLast().sentence()).contains(" 101 deals and activities were corrected");
        assertThat(story.issue().sentence()).isEqualTo(story.issue().evidence().sentence());
    }

    @Test
    void aTrackKeepsTheLastFiveEpisodesAndTheIssueThatTheyMake() {
        for (int i = 0; i < 8; i++) {
            story.closes(BAD, BAD, BAD).manager(new IssueCommand.Acknowledge(IssueStory.target()));
            story.closes(GOOD, GOOD);
        }

        assertThat(story.events).hasSize(24);
        assertThat(story.track.events()).hasSize(15);
        assertThat(story.track.events().getFirst())
                .extracting(IssueEvent::type, IssueEvent::episode)
                .containsExactly(IssueEvent.Type.REGRESSED, 4);
        assertThat(story.issue()).extracting(Issue::episode, Issue::status).containsExactly(8, Status.RESOLVED);
    }

    @Test
    void aTrackKeepsOnlyTheLastCorrectionOfAnEpisode() {
        story.closes(BAD, BAD, BAD, MIDDLING);
        for (int i = 0; i < 50; i++) {
            story.closesCorrecting(3, -1, MIDDLING);
        }

        assertThat(story.events).hasSize(51);
        assertThat(story.track.events()).hasSize(2);
        assertThat(story.issue().evidence().value()).isEqualTo(BAD - 50);
    }

    @Test
    void aTrackKeepsEntitiesOfTheLastEpisodeOnly() {
        story.closes(BAD, BAD, BAD, MIDDLING)
                .closesCorrecting(3, -1, MIDDLING)
                .closes(GOOD, GOOD)
                .closes(BAD, BAD, BAD);

        assertThat(story.track.events())
                .extracting(IssueEvent::type)
                .containsExactly(
                        IssueEvent.Type.RAISED,
                        IssueEvent.Type.CORRECTED,
                        IssueEvent.Type.RESOLVED,
                        IssueEvent.Type.REGRESSED);
        assertThat(story.track.events())
                .allSatisfy(event -> assertThat(event.entities()).isEmpty());
    }

    @Test
    void anEscalationSaysTodaysFigures() {
        IssueStory slow = new IssueStory(OptionalInt.of(5));

        slow.closes(3, BAD).closes(4, MIDDLING).closes(BAD + 9);

        assertThat(slow.told).containsExactly("RAISED 3", "ESCALATED 8");
        assertThat(slow.events.getLast().sentence())
                .isEqualTo("Open for 5 days. "
                        + slow.track.watch().latest().orElseThrow().sentence())
                .contains("up to 2026-03-09", "0.59 EUR");
    }

    @Test
    void anEscalationWithoutAFigureSaysSo() {
        IssueStory slow = new IssueStory(OptionalInt.of(5));

        slow.closes(3, BAD).closes(5, NONE);

        assertThat(slow.told).containsExactly("RAISED 3", "ESCALATED 8");
        assertThat(slow.events.getLast().sentence())
                .startsWith("Open for 5 days. No figure today; of the day it stands on: ")
                .contains("0.5 EUR");
    }

    /** Four days in breach, on the second of which the rep was in another team, as HR tells late. */
    @Test
    void whereTheRuleWasForOthersTheCountBeginsAnewAlsoWhenItIsJudgedAgain() {
        story.known.is(in("t1"));
        story.forTeam("t1").closes(BAD, BAD, BAD, BAD);

        story.closes(
                known -> known.won(epoch(5), MIDDLING).isOn(epoch(2), in("t2")).pastChanged());

        assertThat(story.told).containsExactly("RAISED 3", "WITHDRAWN 5");
    }

    private static Assignment in(String team) {
        return new Assignment(Optional.of(team), Optional.empty(), OptionalInt.empty(), List.of(), Optional.of("ae"));
    }
}
