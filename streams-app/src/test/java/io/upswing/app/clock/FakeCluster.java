package io.upswing.app.clock;

import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Two input topics with two and one partition and the clock's, behind Kafka's own mocks. */
final class FakeCluster implements ClockClients {
    static final String CLOCK = "clock";
    static final TopicPartition DEALS_0 = new TopicPartition("deals", 0);
    static final TopicPartition DEALS_1 = new TopicPartition("deals", 1);
    static final TopicPartition REPS_0 = new TopicPartition("reps", 0);
    static final List<TopicPartition> INPUTS = List.of(DEALS_0, DEALS_1, REPS_0);

    private static final TopicPartition CLOCK_0 = new TopicPartition(CLOCK, 0);

    private final Map<TopicPartition, List<ProducerRecord<byte[], byte[]>>> log = new HashMap<>();
    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private long clockEnd;

    FakeCluster() {
        INPUTS.forEach(partition -> log.put(partition, new ArrayList<>()));
    }

    @Override
    public Producer<byte[], byte[]> producer() {
        MockProducer<byte[], byte[]> made =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(made);
        return made;
    }

    @Override
    public Consumer<byte[], byte[]> consumer() {
        return new LogConsumer();
    }

    /** The one in use. */
    MockProducer<byte[], byte[]> lastProducer() {
        return producers.getLast();
    }

    int producersMade() {
        return producers.size();
    }

    void put(TopicPartition partition, LocalDate day) {
        append(partition, WatermarkRecord.ofSingleSender(day).toHeaders());
    }

    void putData(TopicPartition partition) {
        records(partition)
                .add(new ProducerRecord<>(
                        partition.topic(),
                        partition.partition(),
                        null,
                        new byte[] {1},
                        new byte[] {2},
                        new RecordHeaders()));
    }

    /** As if another instance had sent a probe. */
    void probeOfAnother() {
        clockEnd++;
    }

    /** The watermarks that all producers so far have committed to a partition, in order. */
    List<LocalDate> written(TopicPartition partition) {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .filter(record -> record.topic().equals(partition.topic())
                        && Integer.valueOf(partition.partition()).equals(record.partition()))
                .flatMap(record -> WatermarkRecord.read(record.headers()).stream())
                .map(WatermarkRecord::day)
                .toList();
    }

    /** Makes what has been committed readable, and forgets its producers. */
    void settle() {
        INPUTS.forEach(partition -> written(partition).forEach(day -> put(partition, day)));
        producers.clear();
    }

    private void append(TopicPartition partition, Headers headers) {
        records(partition)
                .add(new ProducerRecord<>(partition.topic(), partition.partition(), null, null, null, headers));
    }

    private List<ProducerRecord<byte[], byte[]>> records(TopicPartition partition) {
        return log.getOrDefault(partition, new ArrayList<>());
    }

    /** Shows the log as it is at each call. */
    private final class LogConsumer extends MockConsumer<byte[], byte[]> {
        LogConsumer() {
            super("earliest");
        }

        @Override
        public synchronized List<PartitionInfo> partitionsFor(String topic) {
            Node node = new Node(1, "127.0.0.1", 9092);
            Node[] nodes = {node};
            List<TopicPartition> all = new ArrayList<>(log.keySet());
            all.add(CLOCK_0);
            return all.stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .map(partition -> new PartitionInfo(topic, partition.partition(), node, nodes, nodes))
                    .toList();
        }

        @Override
        public synchronized Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
            Map<TopicPartition, Long> begin = new HashMap<>();
            partitions.forEach(partition -> begin.put(partition, 0L));
            return begin;
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            Map<TopicPartition, Long> end = new HashMap<>();
            partitions.forEach(partition -> end.put(
                    partition,
                    partition.equals(CLOCK_0)
                            ? clockEnd
                            : (long) records(partition).size()));
            return end;
        }

        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            partitions.forEach(partition -> {
                for (int offset = 0; offset < records(partition).size(); offset++) {
                    addRecord(read(partition, offset));
                }
            });
        }

        private ConsumerRecord<byte[], byte[]> read(TopicPartition partition, int offset) {
            ProducerRecord<byte[], byte[]> record = records(partition).get(offset);
            return new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    offset,
                    1L,
                    TimestampType.LOG_APPEND_TIME,
                    0,
                    0,
                    record.key(),
                    record.value(),
                    record.headers(),
                    Optional.empty());
        }
    }
}
