package io.upswing.schemas.watermarks;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Partitions that can be read from any offset, with gaps where a real one has markers of transactions. */
final class FakeLog {
    private static final int RECORDS_PER_POLL = 100;

    private final Map<TopicPartition, NavigableMap<Long, ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
    private final Map<TopicPartition, Long> begin = new HashMap<>();
    private final Map<TopicPartition, Long> end = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private List<TopicPartition> assigned = List.of();
    private int read;

    FakeLog(TopicPartition... partitions) {
        for (TopicPartition partition : partitions) {
            records.put(partition, new TreeMap<>());
            begin.put(partition, 0L);
            end.put(partition, 0L);
        }
    }

    /** A consumer of it. */
    @SuppressWarnings("unchecked") // A proxy has no type arguments.
    Consumer<byte[], byte[]> consumer() {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                (proxy, method, args) -> call(method, args));
    }

    void data(TopicPartition partition, int count) {
        for (int i = 0; i < count; i++) {
            append(partition, new byte[1], new byte[1], new RecordHeaders());
        }
    }

    void watermark(TopicPartition partition, WatermarkRecord watermark) {
        append(partition, null, null, watermark.toHeaders());
    }

    void append(TopicPartition partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long offset = end.merge(partition, 1L, Long::sum) - 1;
        log(partition)
                .put(
                        offset,
                        new ConsumerRecord<>(
                                partition.topic(),
                                partition.partition(),
                                offset,
                                0,
                                TimestampType.LOG_APPEND_TIME,
                                0,
                                0,
                                key,
                                value,
                                headers,
                                Optional.empty()));
    }

    /** Offsets that hold no record. */
    void gap(TopicPartition partition, int count) {
        end.merge(partition, (long) count, Long::sum);
    }

    /** Drops all records before an offset. */
    void truncate(TopicPartition partition, long offset) {
        begin.put(partition, offset);
        log(partition).headMap(offset).clear();
    }

    /** How many records were handed out. */
    int read() {
        return read;
    }

    @SuppressWarnings("unchecked") // The arguments are those of the methods named.
    private @Nullable Object call(Method method, Object[] args) {
        switch (method.getName()) {
            case "assign" -> assigned = List.copyOf((Collection<TopicPartition>) args[0]);
            case "seek" -> positions.put((TopicPartition) args[0], (Long) args[1]);
            case "position" -> {
                return positions.getOrDefault((TopicPartition) args[0], 0L);
            }
            case "poll" -> {
                return poll();
            }
            case "partitionsFor" -> {
                return partitionsOf((String) args[0]);
            }
            case "beginningOffsets" -> {
                return offsets((Collection<TopicPartition>) args[0], p -> begin.getOrDefault(p, 0L));
            }
            case "endOffsets" -> {
                return offsets((Collection<TopicPartition>) args[0], p -> end.getOrDefault(p, 0L));
            }
            default -> throw new UnsupportedOperationException(method.getName());
        }
        return null;
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        TopicPartition partition = assigned.getFirst();
        long from = positions.getOrDefault(partition, 0L);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>(log(partition).tailMap(from).values().stream()
                .limit(RECORDS_PER_POLL)
                .toList());
        long next = found.size() == RECORDS_PER_POLL ? found.getLast().offset() + 1 : end.getOrDefault(partition, 0L);
        positions.put(partition, next);
        read += found.size();
        return new ConsumerRecords<>(Map.of(partition, found), Map.of(partition, new OffsetAndMetadata(next)));
    }

    private List<PartitionInfo> partitionsOf(String topic) {
        return records.keySet().stream()
                .filter(p -> p.topic().equals(topic))
                .map(p -> new PartitionInfo(topic, p.partition(), Node.noNode(), new Node[0], new Node[0]))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, ToLongFunction<TopicPartition> offset) {
        return partitions.stream().collect(Collectors.toMap(p -> p, offset::applyAsLong));
    }

    private NavigableMap<Long, ConsumerRecord<byte[], byte[]>> log(TopicPartition partition) {
        return records.getOrDefault(partition, new TreeMap<>());
    }
}
