package io.upswing.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.upswing.app.garbage.Garbage;
import io.upswing.app.garbage.Inputs;
import io.upswing.app.intake.DeadLetter;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.GoalProgress;
import io.upswing.schemas.IssueAcknowledge;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.IssueEvidence;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class IssuesAndPlansTest {
    private static final String REGISTRY = "mock://issues-and-plans";

    private static PipelineFixture fixture() {
        return new PipelineFixture(REGISTRY, StageObserver.NONE);
    }

    @Test
    void aFloorRaisesAnIssueWithItsEvidenceAfterSoManyClosesInBreach() {
        try (PipelineFixture at = fixture()) {
            at.rule("revenue-floor", Said.floor(1, 1_000_00, 3));
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");
            at.closed("2017-03-01");
            assertThat(at.told(at.catalogue().issueEvents())).isEmpty();

            at.closed("2017-03-02");

            IssueEvent raised = only(at.told(at.catalogue().issueEvents()));
            assertThat(raised.getType()).isEqualTo("raised");
            assertThat(raised.getRep()).isEqualTo("r1");
            assertThat(raised.getRule()).isEqualTo("revenue-floor");
            assertThat(raised.getRuleVersion()).isEqualTo(1);
            assertThat(raised.getDay()).isEqualTo("2017-03-02");
            assertThat(raised.getRunFrom()).isEqualTo("2017-02-28");
            assertThat(raised.getPage()).isTrue();
            IssueEvidence evidence = raised.getEvidence();
            assertThat(evidence.getMetric()).isEqualTo("revenue");
            assertThat(evidence.getFrom()).isEqualTo("2017-02-01");
            assertThat(evidence.getTo()).isEqualTo("2017-03-02");
            assertThat(evidence.getValue()).isEqualTo(250_00);
            assertThat(evidence.getThreshold()).isEqualTo(1_000_00);
            assertThat(evidence.getSentence()).contains("250 USD").contains("1,000 USD");
            IssueCurrent now = Objects.requireNonNull(
                    at.last(at.catalogue().issuesCurrent()).get("r1|revenue-floor"));
            assertThat(now.getPhase()).isEqualTo("open");
            assertThat(now.getIssue().getIssue()).isEqualTo(raised.getIssue());
            assertThat(now.getIssue().getEvidence()).isEqualTo(evidence);
        }
    }

    @Test
    void aWonDealResolvesTheIssueAndACommandAcknowledgesItBefore() {
        try (PipelineFixture at = fixture()) {
            at.rule("revenue-floor", Said.floor(1, 1_000_00, 1));
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");
            at.closed("2017-03-01");

            at.command("r1", Said.byManager("c1", new IssueAcknowledge("revenue-floor", null, null)));
            at.won("d2", "r1", "2017-02-10", "2017-03-02", 900_00).closed("2017-03-02");

            assertThat(at.told(at.catalogue().issueEvents()))
                    .extracting(IssueEvent::getType)
                    .containsExactly("raised", "acknowledged", "resolved");
        }
    }

    @Test
    void aPlanIsDraftedProposedAcknowledgedAndActivatedByCommands() {
        try (PipelineFixture at = fixture()) {
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");

            Said.agreeOn(at, "r1", "p1", 1_000_00);

            assertThat(at.told(at.catalogue().planEvents()))
                    .extracting(PlanEvent::getType)
                    .containsExactly("drafted", "proposed", "acknowledged", "activated");
            assertThat(at.told(at.catalogue().commandResults()))
                    .hasSize(4)
                    .allSatisfy(result -> assertThat(result.getAccepted()).isTrue());
        }
    }

    @Test
    void progressShowsAtTheNextEmitWithoutAnyFurtherWatermark() {
        try (PipelineFixture at = fixture()) {
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");
            Said.agreeOn(at, "r1", "p1", 1_000_00);
            at.emit();
            assertThat(goal(at).getCurrent()).isEqualTo(250_00.0);

            at.won("d2", "r1", "2017-02-10", "2017-03-01", 375_00).emit();

            GoalProgress goal = goal(at);
            assertThat(goal.getBaseline()).isEqualTo(250_00.0);
            assertThat(goal.getCurrent()).isEqualTo(625_00.0);
            assertThat(goal.getTarget()).isEqualTo(1_000_00.0);
            assertThat(goal.getFraction()).isEqualTo(0.5);
            assertThat(goal.getPaceNow()).isEqualTo("ahead");
        }
    }

    private static GoalProgress goal(PipelineFixture at) {
        Map<String, PlanCurrent> plans = at.last(at.catalogue().plansCurrent());
        PlanCurrent plan = Objects.requireNonNull(plans.get("r1|p1"), "no progress was sent");
        assertThat(plan.getStatus()).isEqualTo("active");
        return only(plan.getGoals());
    }

    @Test
    void aGoalThatIsReachedIsRecognizedOnceTheDayIsClosed() {
        try (PipelineFixture at = fixture()) {
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");
            Said.agreeOn(at, "r1", "p1", 1_000_00);

            at.won("d2", "r1", "2017-02-10", "2017-03-01", 900_00).emit();
            assertThat(at.told(at.catalogue().recognitions())).isEmpty();
            at.closed("2017-03-01");

            assertThat(at.told(at.catalogue().recognitions())).anySatisfy(good -> {
                assertThat(good.getKind()).isEqualTo("goal-reached");
                assertThat(good.getDay()).isEqualTo("2017-03-01");
            });
        }
    }

    @Test
    void aRejectedCommandsResultNamesTheRuleThatItBreaks() {
        try (PipelineFixture at = fixture()) {
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");
            at.command("r1", Said.byManager("c1", Said.draft("p1", 1_000_00)));

            at.command("r1", Said.byRep("c2", "r1", new PlanPropose("p1")));
            at.command("r1", Said.byManager("c3", new PlanPropose("p9")));
            at.command("r1", Said.byManager("c4", Said.draft("p2", 100_00)));
            at.command("r1", Said.byManager("c5", new IssueAcknowledge("no-such-rule", null, null)));

            Map<String, CommandOutcome> results = at.last(at.catalogue().commandResults());
            assertThat(results.values())
                    .filteredOn(result -> !result.getAccepted())
                    .extracting(CommandOutcome::getCommandId, CommandOutcome::getRule)
                    .containsExactlyInAnyOrder(
                            tuple("c2", "wrong-role"),
                            tuple("c3", "unknown-plan"),
                            tuple("c4", "no-improvement"),
                            tuple("c5", "unknown-issue"));
            assertThat(at.told(at.catalogue().planEvents())).hasSize(1);
        }
    }

    @Test
    void aCommandThatComesTwiceIsAnsweredTwiceAndCarriedOutOnce() {
        try (PipelineFixture at = fixture()) {
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");

            at.command("r1", Said.byManager("c1", Said.draft("p1", 1_000_00)));
            at.closed("2017-03-01");
            at.command("r1", Said.byManager("c1", Said.draft("p1", 1_000_00)));

            List<CommandOutcome> results = at.told(at.catalogue().commandResults());
            assertThat(results).hasSize(2);
            assertThat(results.getLast()).isEqualTo(results.getFirst());
            assertThat(at.told(at.catalogue().planEvents())).hasSize(1);
        }
    }

    @Test
    void aCommandBeforeAnyWatermarkWaitsForTheFirstDay() {
        try (PipelineFixture at = fixture()) {
            at.command("r1", Said.byManager("c1", Said.draft("p1", 1_000_00)));
            assertThat(at.told(at.catalogue().commandResults())).isEmpty();

            at.closed("2017-02-28");

            assertThat(only(at.told(at.catalogue().commandResults())).getDay()).isEqualTo("2017-02-28");
        }
    }

    @Test
    void rulesAndCommandsThatCannotBeReadAreDeadLettersWithTheirReason() {
        try (PipelineFixture at = fixture();
                RegistryClient registry = new RegistryClient(Map.of(RegistryClient.URL, REGISTRY))) {
            Garbage garbage = new Garbage(at.catalogue(), registry);
            at.closed("2017-02-28");
            for (Topic<?, ?> topic :
                    List.of(at.catalogue().rules(), at.catalogue().commands())) {
                byte[] key = "some".getBytes(UTF_8);
                byte[] unheard =
                        garbage.ofUnheardKind(Inputs.of(at.catalogue(), topic).orElseThrow());
                at.record(topic, key, "junk".getBytes(UTF_8), new RecordHeaders());
                at.record(topic, key, null, new RecordHeaders());
                at.record(topic, key, unheard, new RecordHeaders());
            }

            List<TestRecord<byte[], byte[]>> letters = at.records(at.catalogue().deadLetters());

            assertThat(letters)
                    .extracting(letter -> header(letter, DeadLetter.TOPIC) + " " + header(letter, DeadLetter.REASON))
                    .containsExactly(
                            "upswing.rules undecodable",
                            "upswing.rules no-value",
                            "upswing.rules undecodable",
                            "upswing.commands undecodable",
                            "upswing.commands no-value",
                            "upswing.commands undecodable");
        }
    }

    @Test
    void aWrongRuleIsADeadLetterThatSaysWhatIsWrongAndTheLastGoodVersionStaysInForce() {
        try (PipelineFixture at = fixture()) {
            RuleEvent wrong = Said.floor(2, 1_00, 1);
            wrong.getScope().setCondition("rep.age > 60");
            at.rule("revenue-floor", Said.floor(1, 1_000_00, 1)).rule("revenue-floor", wrong);
            at.won("d1", "r1", "2017-02-10", "2017-02-20", 250_00).closed("2017-02-28");

            at.closed("2017-03-01");

            TestRecord<byte[], byte[]> letter = only(at.records(at.catalogue().deadLetters()));
            assertThat(header(letter, DeadLetter.REASON)).isEqualTo("undecodable");
            assertThat(header(letter, DeadLetter.DETAIL)).contains("revenue-floor", "line 1, column 1");
            assertThat(only(at.told(at.catalogue().issueEvents())).getRuleVersion())
                    .isEqualTo(1);
        }
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
