package io.upswing.core.issues;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.KnownDay;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Measure;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Issues about the quota of a month, for a rep who wins ten deals of 1 EUR a month, but none in March. */
class QuotaIssueTest {
    private static final int MARCH = Days.of("2026-03-01");
    private static final Rule RULE = new Rule(
            "pace",
            1,
            0,
            false,
            "Pace",
            "",
            new QuotaPace(Span.MONTH, 0.9, 0.95, 0.8, 90, 5),
            new Rule.Hold(1, 1),
            Rule.Severity.WARNING,
            Scope.everyone(0),
            OptionalInt.empty());

    private final KnownDay known = new KnownDay("2026-03-15");
    private final List<IssueEvent> events = new ArrayList<>();
    private Track track = Track.NEW;

    QuotaIssueTest() {
        known.add("2026-03-01", Measure.QUOTA_MONTH, 10_000);
        for (int on = MARCH - 400; on < MARCH; on += 3) {
            known.won(on, 100);
        }
    }

    private void evaluate() {
        IssueKeeper.Outcome outcome = new IssueKeeper(new Wording("EUR", 2))
                .evaluate(track, RULE, RULE, known, new Stamps("ada", known.day(), 0, 0), false);
        track = outcome.track();
        events.addAll(outcome.events());
    }

    @Test
    void aCorrectionOfTheBaselineAloneCorrectsTheProbability() {
        known.add("2026-03-01", Measure.QUOTA_MONTH, -8_500);
        evaluate();
        known.on(known.day() + 1).corrects("deal:D1", MARCH - 100, Measure.REVENUE, 200);

        evaluate();

        assertThat(events)
                .extracting(IssueEvent::type)
                .containsExactly(IssueEvent.Type.RAISED, IssueEvent.Type.CORRECTED);
        assertThat(track.issue().orElseThrow().evidence().probability())
                .isNotEqualTo(events.getFirst().evidence().orElseThrow().probability());
    }

    @Test
    void whereTheBaselineIsNoLongerKeptItIsNotJudgedAgain() {
        evaluate();
        known.on(known.day() + 1)
                .corrects("deal:D1", MARCH - 100, Measure.REVENUE, 5_000)
                .keptFrom(Days.of("2026-03-15") - 363);

        evaluate();

        assertThat(events).extracting(IssueEvent::type).containsExactly(IssueEvent.Type.RAISED);
    }

    @Test
    void whatClearsInTheNextPeriodSaysHowTheOneItWasAboutEnded() {
        evaluate();
        known.on(Days.of("2026-04-10")).won(MARCH + 29, 700).add("2026-04-01", Measure.QUOTA_MONTH, -9_700);

        evaluate();

        assertThat(events)
                .extracting(IssueEvent::type)
                .containsExactly(IssueEvent.Type.RAISED, IssueEvent.Type.RESOLVED);
        assertThat(events.getLast().sentence())
                .startsWith(
                        "Resolved. The month that it was about ended on 2026-03-31 with 7 EUR won of 100 EUR. Of the "
                                + "one that runs: Quota of the month from 2026-04-01 to 2026-04-30: ");
    }

    @Test
    void whatClearsInTheSamePeriodSaysItsFigures() {
        evaluate();
        known.on(known.day() + 1).won(known.day(), 9_900);

        evaluate();

        assertThat(events.getLast().sentence()).startsWith("Resolved. Quota of the month from 2026-03-01 to ");
    }
}
