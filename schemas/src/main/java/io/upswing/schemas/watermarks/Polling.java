package io.upswing.schemas.watermarks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads stretches of partitions, in order and once. */
public final class Polling {
    private static final Duration POLL = Duration.ofMillis(250);
    // A minute without progress: longer than a change of leader, shorter than a person's patience.
    private static final int POLLS_WITHOUT_PROGRESS = 240;

    private Polling() {}

    /**
     * Hands the records from one offset up to another (exclusive) over, until one is said to be enough.
     *
     * @param consumer made with {@link WatermarkReader#consumerConfig}; assigned anew
     * @throws TimeoutException if the broker gives none for a minute
     */
    public static void read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long from,
            long to,
            Predicate<ConsumerRecord<byte[], byte[]>> enough) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        int idle = 0;
        long position = from;
        while (position < to) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                if (record.offset() < to && enough.test(record)) {
                    return;
                }
            }
            long now = consumer.position(partition);
            idle = now > position ? 0 : idle + 1;
            position = now;
            if (idle > POLLS_WITHOUT_PROGRESS) {
                throw new TimeoutException("no record of " + partition + " from offset " + position + " to " + to);
            }
        }
    }

    /**
     * Hands all that lies in partitions over, up to what is their end now: each in order, and all at once, which costs one
     * wait where one after the other costs one each.
     *
     * @param consumer made with {@link WatermarkReader#consumerConfig}; assigned anew
     * @throws TimeoutException if the broker gives nothing for a minute
     */
    public static void readAll(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        int idle = 0;
        long read = position(consumer, partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    handler.accept(record);
                }
            }
            long now = position(consumer, partitions);
            idle = now > read ? 0 : idle + 1;
            read = now;
            if (idle > POLLS_WITHOUT_PROGRESS) {
                throw new TimeoutException("nothing more of " + partitions + " up to " + ends);
            }
        }
    }

    private static long position(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        return partitions.stream().mapToLong(consumer::position).sum();
    }

    /**
     * The partitions of topics.
     *
     * @throws UnknownTopicOrPartitionException if a topic is missing
     */
    public static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> partitions(consumer, topic).stream())
                .toList();
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + topic);
        }
        return found.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }
}
