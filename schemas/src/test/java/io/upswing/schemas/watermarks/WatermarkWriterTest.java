package io.upswing.schemas.watermarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class WatermarkWriterTest {
    private static final LocalDate DAY = LocalDate.of(2017, 12, 31);

    private final MockProducer<byte[], byte[]> producer = producer(true);

    @Test
    void everyPartitionOfEveryTopicGetsIt() {
        new WatermarkWriter(producer).write(DAY, List.of("deals", "reps"));

        assertThat(producer.history()).hasSize(5).allSatisfy(record -> {
            assertThat(record.key()).isNull();
            assertThat(record.value()).isNull();
            assertThat(record.timestamp()).isNull();
            assertThat(WatermarkRecord.read(record.headers())).contains(new WatermarkRecord(DAY, 0, 1));
        });
        assertThat(producer.history())
                .extracting(WatermarkWriterTest::partition)
                .doesNotHaveDuplicates();
    }

    @Test
    void aFailureIsSaid() {
        producer.sendException = new AuthorizationException("no");

        assertThatThrownBy(() -> new WatermarkWriter(producer).write(DAY, List.of("deals")))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void emptyTopicsGetAFirstWatermarkInOneTransaction() {
        FakeLog log = log();
        producer.initTransactions();

        List<String> written = new FirstWatermark(producer, log.consumer()).write(DAY, List.of("deals", "reps"));

        assertThat(written).containsExactly("deals", "reps");
        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history()).hasSize(5);
    }

    @Test
    void aTopicWithARecordInAnyPartitionGetsNone() {
        FakeLog log = log();
        log.data(new TopicPartition("deals", 2), 1);
        log.gap(new TopicPartition("reps", 0), 2);
        producer.initTransactions();

        List<String> written = new FirstWatermark(producer, log.consumer()).write(DAY, List.of("deals", "reps"));

        assertThat(written).containsExactly("reps");
        assertThat(producer.history()).extracting(ProducerRecord::topic).containsExactly("reps", "reps");
    }

    @Test
    void aTopicWithItsFirstWatermarkGetsNoSecond() {
        FakeLog log = log();
        log.append(new TopicPartition("deals", 0), null, null, new RecordHeaders());
        log.watermark(new TopicPartition("reps", 1), WatermarkRecord.ofSingleSender(DAY));
        producer.initTransactions();

        assertThat(new FirstWatermark(producer, log.consumer()).write(DAY, List.of("deals", "reps")))
                .isEmpty();
        assertThat(producer.history()).isEmpty();
        assertThat(producer.commitCount()).isZero();
    }

    @Test
    void aFirstWatermarkThatFailsIsTakenBack() {
        producer.initTransactions();
        producer.sendException = new AuthorizationException("no");

        assertThatThrownBy(() -> new FirstWatermark(producer, log().consumer()).write(DAY, List.of("deals")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(producer.transactionAborted()).isTrue();
    }

    private static TopicPartition partition(ProducerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static FakeLog log() {
        return new FakeLog(partitions().toArray(TopicPartition[]::new));
    }

    private static Stream<TopicPartition> partitions() {
        return Stream.concat(
                IntStream.range(0, 3).mapToObj(p -> new TopicPartition("deals", p)),
                IntStream.range(0, 2).mapToObj(p -> new TopicPartition("reps", p)));
    }

    static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
        List<PartitionInfo> infos = partitions()
                .map(p -> new PartitionInfo(p.topic(), p.partition(), Node.noNode(), new Node[0], new Node[0]))
                .toList();
        Cluster cluster = new Cluster("test", List.of(), infos, Set.of(), Set.of());
        return new MockProducer<>(cluster, autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
