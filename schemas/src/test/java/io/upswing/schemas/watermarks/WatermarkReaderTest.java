package io.upswing.schemas.watermarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class WatermarkReaderTest {
    private static final TopicPartition P0 = new TopicPartition("deals", 0);
    private static final TopicPartition P1 = new TopicPartition("deals", 1);
    private static final LocalDate DAY = LocalDate.of(2017, 12, 31);

    private final FakeLog log = new FakeLog(P0, P1);
    private final WatermarkReader reader = new WatermarkReader(log.consumer());

    @Test
    void eachPartitionHasItsOwn() {
        say(P0, DAY.minusDays(1));
        say(P0, DAY);
        log.data(P0, 10);
        log.data(P1, 10);

        assertThat(reader.highest(List.of("deals"))).isEqualTo(Map.of(P0, Optional.of(DAY), P1, Optional.empty()));
    }

    @Test
    void emptyPartitionsHaveNone() {
        assertThat(reader.highest(List.of("deals"))).isEqualTo(Map.of(P0, Optional.empty(), P1, Optional.empty()));
    }

    @Test
    void onlyTheEndOfALongLogIsRead() {
        log.data(P0, 100_000);
        say(P0, DAY);
        log.data(P0, 1_000);

        assertThat(reader.highest(List.of("deals"))).containsEntry(P0, Optional.of(DAY));
        assertThat(log.read()).isLessThan(3_000);
    }

    @Test
    void aWatermarkFarBackIsFound() {
        say(P0, DAY);
        log.data(P0, 20_000);

        assertThat(reader.highest(List.of("deals"))).containsEntry(P0, Optional.of(DAY));
    }

    @Test
    void offsetsWithoutRecordsAreNoHindrance() {
        say(P0, DAY);
        log.gap(P0, 2_000);
        log.gap(P1, 3);

        assertThat(reader.highest(List.of("deals"))).isEqualTo(Map.of(P0, Optional.of(DAY), P1, Optional.empty()));
    }

    @Test
    void aLogWhoseBeginningIsGoneIsReadFromThere() {
        say(P0, DAY);
        log.data(P0, 500);
        log.truncate(P0, 400);

        assertThat(reader.highest(List.of("deals"))).containsEntry(P0, Optional.empty());
    }

    @Test
    void doubledAndMalformedOnesDoNotLowerIt() {
        say(P0, DAY);
        say(P0, DAY);
        say(P0, DAY.minusDays(3));
        log.append(P0, null, null, new RecordHeaders().add(WatermarkRecord.DAY, new byte[] {'x'}));
        log.append(
                P0,
                new byte[1],
                new byte[1],
                WatermarkRecord.ofSingleSender(DAY.plusDays(9)).toHeaders());

        assertThat(reader.highest(List.of("deals"))).containsEntry(P0, Optional.of(DAY));
    }

    @Test
    void aMissingTopicIsAnError() {
        assertThatThrownBy(() -> reader.highest(List.of("nowhere")))
                .isInstanceOf(UnknownTopicOrPartitionException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void itsConsumerReadsCommittedRecordsOfNoGroup() {
        assertThat(WatermarkReader.consumerConfig(Map.of("group.id", "g", "bootstrap.servers", "b:1")))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("bootstrap.servers", "b:1")
                .doesNotContainKey("group.id");
    }

    private void say(TopicPartition partition, LocalDate day) {
        log.watermark(partition, WatermarkRecord.ofSingleSender(day));
    }
}
