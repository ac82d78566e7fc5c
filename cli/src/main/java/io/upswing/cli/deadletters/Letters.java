package io.upswing.cli.deadletters;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The dead letters that are there when this is made: what comes later is not seen. */
public final class Letters implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int POLLS_WITHOUT_PROGRESS = 120;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<TopicPartition, Long> ends;

    /**
     * Looks where the topic ends.
     *
     * @param consumer of committed records, without a group; closed with this
     * @throws CommandFailed if there is no such topic
     */
    public Letters(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.WRONG_DATA, "there is no topic " + topic + "; 'upswing topics create' makes it");
        }
        ends = Map.copyOf(consumer.endOffsets(partitions));
    }

    /**
     * Reads on from a time, in the order of each partition.
     *
     * @param partition only this one
     */
    public void read(OptionalInt partition, Optional<Instant> since, java.util.function.Consumer<Letter> each) {
        List<TopicPartition> wanted = ends.keySet().stream()
                .filter(p -> partition.isEmpty() || p.partition() == partition.getAsInt())
                .toList();
        Map<TopicPartition, Long> from = new HashMap<>(consumer.beginningOffsets(wanted));
        since.ifPresent(time -> from.putAll(firstSince(wanted, time)));
        read(from, letter -> {
            each.accept(letter);
            return false;
        });
    }

    /** The one at a place. */
    public Optional<Letter> at(Place place) {
        TopicPartition partition = new TopicPartition(topic, place.partition());
        long end = ends.getOrDefault(partition, 0L);
        long begin = place.offset() < end
                ? consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L)
                : end;
        if (place.offset() < begin || place.offset() >= end) {
            return Optional.empty();
        }
        // The place may be that of a transaction's marker: then the next letter is the first to come.
        Letter[] found = new Letter[1];
        read(Map.of(partition, place.offset()), letter -> {
            found[0] = letter;
            return true;
        });
        return Optional.ofNullable(found[0]).filter(letter -> letter.place().equals(place));
    }

    private Map<TopicPartition, Long> firstSince(List<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(p -> p, p -> time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> first = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            first.put(partition, at == null ? ends.getOrDefault(partition, 0L) : (Long) at.offset());
        }
        return first;
    }

    private void read(Map<TopicPartition, Long> from, Predicate<Letter> enough) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        int idle = 0;
        while (!unread(from).isEmpty()) {
            int got = 0;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                got++;
                boolean there = record.offset() < ends.getOrDefault(new TopicPartition(topic, record.partition()), 0L);
                if (there && enough.test(Letter.of(record))) {
                    return;
                }
            }
            idle = got > 0 ? 0 : idle + 1;
            if (idle > POLLS_WITHOUT_PROGRESS) {
                throw new TimeoutException("no record of " + unread(from) + " has come");
            }
        }
    }

    private List<TopicPartition> unread(Map<TopicPartition, Long> from) {
        return from.keySet().stream()
                .filter(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
