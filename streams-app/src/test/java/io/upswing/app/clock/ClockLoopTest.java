package io.upswing.app.clock;

import static io.upswing.app.clock.FakeCluster.DEALS_0;
import static io.upswing.app.clock.FakeCluster.DEALS_1;
import static io.upswing.app.clock.FakeCluster.INPUTS;
import static io.upswing.app.clock.FakeCluster.REPS_0;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.time.OrganizationZone;
import io.upswing.schemas.ClockProbe;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ClockLoopTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 27);

    private final FakeCluster cluster = new FakeCluster();
    private final Recorded told = new Recorded();
    private Instant now = Instant.parse("2026-03-28T10:00:00Z");
    private ClockLoop loop = loop(producer -> now);

    @Test
    void missedDaysAreClosedInOrderOneTransactionEach() {
        all(DAY);
        started();
        long before = cluster.lastProducer().commitCount();

        now = Instant.parse("2026-03-31T10:00:00Z");
        Duration pause = loop.step();

        assertThat(pause).isEqualTo(INTERVAL);
        assertThat(INPUTS)
                .allSatisfy(partition -> assertThat(cluster.written(partition))
                        .containsExactly(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3)));
        assertThat(cluster.lastProducer().commitCount() - before)
                .as("the probe and three days")
                .isEqualTo(4);
        assertThat(told.days()).containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3));
        assertThat(told.states()).containsExactly(ClockState.ACTIVE);
    }

    @Test
    void aDayStaysOpenForTheGracePeriod() {
        all(DAY);
        started();

        now = Instant.parse("2026-03-28T23:14:59.999Z");
        loop.step();
        assertThat(cluster.written(DEALS_0)).isEmpty();

        now = Instant.parse("2026-03-28T23:15:00Z");
        loop.step();
        assertThat(cluster.written(DEALS_0)).containsExactly(DAY.plusDays(1));
    }

    @Test
    void timeThatGoesBackOpensNothingAgain() {
        all(DAY);
        started();
        now = Instant.parse("2026-03-30T10:00:00Z");
        loop.step();

        now = Instant.parse("2026-01-01T10:00:00Z");
        loop.step();
        now = Instant.parse("2026-03-31T10:00:00Z");
        loop.step();

        assertThat(cluster.written(REPS_0)).containsExactly(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3));
    }

    @Test
    void partitionsThatAreAheadAreToldOnlyWhatIsNewToThem() {
        cluster.put(DEALS_0, DAY.plusDays(2));
        cluster.put(DEALS_1, DAY);
        cluster.put(REPS_0, DAY.plusDays(1));

        now = Instant.parse("2026-03-31T10:00:00Z");
        started();

        assertThat(cluster.written(DEALS_0)).containsExactly(DAY.plusDays(3));
        assertThat(cluster.written(DEALS_1)).containsExactly(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3));
        assertThat(cluster.written(REPS_0)).containsExactly(DAY.plusDays(2), DAY.plusDays(3));
    }

    @Test
    void aWatermarkFarAheadInOnePartitionKeepsNoDayOpen() {
        all(DAY);
        cluster.put(DEALS_0, DAY.plusYears(70));

        now = Instant.parse("2026-03-31T10:00:00Z");
        started();

        assertThat(INPUTS)
                .allSatisfy(partition -> assertThat(cluster.written(partition))
                        .containsExactly(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3)));
    }

    @Test
    void manyMissedDaysLeaveRoomForSignsOfLife() {
        all(LocalDate.of(2025, 12, 31));
        started();

        assertThat(cluster.written(DEALS_0)).hasSize(Session.DAYS_A_TURN);
        assertThat(loop.step()).isEqualTo(INTERVAL);
        assertThat(cluster.written(DEALS_0)).hasSize(31 + 28 + 27).isSorted();
    }

    @Test
    void withoutAWatermarkInEveryPartitionNoDayIsClosedAndItLooksAgain() {
        cluster.put(DEALS_0, DAY);
        cluster.put(REPS_0, DAY);
        cluster.putData(DEALS_1);
        now = Instant.parse("2026-03-29T10:00:00Z");

        steps(3);
        assertThat(told.states()).containsExactly(ClockState.WAITING);
        assertThat(cluster.written(DEALS_0)).isEmpty();

        cluster.put(DEALS_1, DAY);
        steps(16);
        assertThat(told.states()).containsExactly(ClockState.WAITING, ClockState.ACTIVE);
        assertThat(cluster.written(DEALS_1)).containsExactly(DAY.plusDays(1));
    }

    @Test
    void whileAnImportClosesDaysTheClockDoesNot() {
        now = Instant.parse("2026-03-29T10:00:00Z");
        for (int day = 20; day > 0; day--) {
            all(DAY.minusDays(day));
            loop.step();
        }
        assertThat(cluster.written(DEALS_0)).isEmpty();

        steps(1);
        assertThat(cluster.written(DEALS_0)).startsWith(DAY).hasSize(2);
    }

    @Test
    void aFencedInstanceStandsByUntilNoSignOfTheOtherComes() {
        all(DAY);
        started();
        cluster.lastProducer().fenceProducer();

        loop.step();
        for (int i = 0; i < 10; i++) {
            cluster.probeOfAnother();
            assertThat(loop.step()).isEqualTo(INTERVAL);
        }
        assertThat(told.states()).containsExactly(ClockState.ACTIVE, ClockState.STANDBY);
        assertThat(cluster.producersMade()).isEqualTo(1);

        steps(ClockLoop.QUIET_INTERVALS);
        now = Instant.parse("2026-03-29T10:00:00Z");
        steps(2);
        assertThat(told.states()).containsExactly(ClockState.ACTIVE, ClockState.STANDBY, ClockState.ACTIVE);
        assertThat(cluster.producersMade()).isEqualTo(2);
        assertThat(cluster.written(DEALS_0)).containsExactly(DAY.plusDays(1));
        assertThat(told.failures()).isEmpty();
    }

    @Test
    void anInstanceFencedBeforeItWasUpToDateGrowsMorePatient() {
        all(DAY);
        List<Integer> waited = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            loop.step();
            cluster.lastProducer().fenceProducer();
            loop.step();
            waited.add(intervalsUntilTakeOver());
        }
        assertThat(waited).containsExactly(3, 6, 12);

        started();
        cluster.lastProducer().fenceProducer();
        loop.step();
        assertThat(intervalsUntilTakeOver()).isEqualTo(ClockLoop.QUIET_INTERVALS);
    }

    @Test
    void aFencedInstanceIsKnownByTheCauseToo() {
        all(DAY);
        started();
        cluster.lastProducer().beginTransactionException =
                new KafkaException("in error state", new InvalidProducerEpochException("old"));

        loop.step();

        assertThat(told.states()).containsExactly(ClockState.ACTIVE, ClockState.STANDBY);
    }

    @Test
    void aDayWhoseTransactionFailsIsClosedLaterAndOnce() {
        all(DAY);
        started();
        MockProducer<byte[], byte[]> failing = cluster.lastProducer();
        failing.commitTransactionException = new TimeoutException("the broker is away");

        now = Instant.parse("2026-03-29T10:00:00Z");
        assertThat(loop.step()).isEqualTo(Backoff.after(1, INTERVAL));
        assertThat(failing.closed()).isTrue();
        cluster.settle();
        steps(2);

        assertThat(cluster.written(DEALS_0)).containsExactly(DAY.plusDays(1));
        assertThat(told.failures()).hasSize(1);
        assertThat(told.states()).containsExactly(ClockState.ACTIVE, ClockState.RETRYING, ClockState.ACTIVE);
    }

    @Test
    void failuresInARowChangeTheStateOnceAndPausesGrow() {
        all(DAY);
        loop = loop(producer -> {
            throw new TimeoutException("the broker is away");
        });

        assertThat(List.of(loop.step(), loop.step(), loop.step()))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(told.states()).containsExactly(ClockState.RETRYING);
        assertThat(told.failures()).hasSize(3);
    }

    @Test
    void aTopicThatKeepsTheSendersTimeDecidesNoDay() {
        all(DAY);
        SerdeFactory serdes = SerdeFactory.avro(Map.of("schema.registry.url", "mock://clock-loop"));
        try (TopicCatalogue catalogue = TopicCatalogue.withDefaults(serdes)) {
            Topic<String, ClockProbe> topic = catalogue.clock();
            loop = loop(new Probe(topic, "this"));

            steps(3);

            assertThat(cluster.written(DEALS_0)).isEmpty();
            assertThat(told.failures())
                    .allSatisfy(
                            e -> assertThat(e).hasMessageContaining("message.timestamp.type must be LogAppendTime"));
        }
    }

    @Test
    void closingLetsTheClientsGo() {
        all(DAY);
        started();

        loop.close();

        assertThat(cluster.lastProducer().closed()).isTrue();
        assertThat(told.states()).containsExactly(ClockState.ACTIVE, ClockState.CLOSED);
    }

    private void all(LocalDate day) {
        INPUTS.forEach((TopicPartition partition) -> cluster.put(partition, day));
    }

    /** Two looks must find the same. */
    private void started() {
        steps(2);
    }

    private int intervalsUntilTakeOver() {
        int intervals = 0;
        while (!loop.step().isZero()) {
            intervals++;
        }
        return intervals;
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            loop.step();
        }
    }

    private ClockLoop loop(BrokerTime time) {
        DueDays days = new DueDays(new OrganizationZone(ZoneId.of("Europe/Copenhagen")), Duration.ofMinutes(15));
        return new ClockLoop(
                cluster, time, new ClockLoop.Setup(FakeCluster.CLOCK, List.of("deals", "reps"), days, INTERVAL), told);
    }
}
