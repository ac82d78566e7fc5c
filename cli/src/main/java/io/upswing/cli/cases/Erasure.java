package io.upswing.cli.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.schemas.Name;
import io.upswing.schemas.Note;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.serde.UndecodableRecordException;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.Acknowledgement;
import io.upswing.schemas.watermarks.Polling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Erases what people can read of a rep: the name, and every note about the rep. Each gets a record without a value under its
 * key, in the partition in which it lies; the old ones go with the next compaction.
 */
public final class Erasure {
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Acknowledgement taken;

    /**
     * What was done.
     *
     * @param names      how many keys of names were there
     * @param notes      how many notes
     * @param unreadable notes that can't be read: whom they are about is not known, and they stay
     */
    public record Done(int names, int notes, int unreadable) {}

    private record Found(TopicPartition partition, String key) {}

    private enum Verdict {
        ERASE,
        KEEP,
        UNREADABLE
    }

    /**
     * @param consumer made with {@code WatermarkReader.consumerConfig}; stays the caller's to close
     * @param producer likewise
     * @param taken    how long the producer's broker is waited for
     */
    public Erasure(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, Acknowledgement taken) {
        this.consumer = consumer;
        this.producer = producer;
        this.taken = taken;
    }

    /** Erases; returns when the broker has taken everything. */
    public Done erase(String rep, Topic<String, Name> names, Topic<String, Note> notes) {
        Map<Found, Verdict> ofName = found(names, found -> true, "rep:" + rep);
        Map<Found, Verdict> ofNotes = found(notes, found -> isAbout(rep, notes, found), "");
        int erasedNames = erase(ofName);
        int erasedNotes = erase(ofNotes);
        int unreadable = (int) ofNotes.values().stream()
                .filter(verdict -> verdict == Verdict.UNREADABLE)
                .count();
        return new Done(erasedNames, erasedNotes, unreadable);
    }

    private static boolean isAbout(String rep, Topic<String, Note> notes, ConsumerRecord<byte[], byte[]> found) {
        return notes.valueSerde()
                .deserializer()
                .deserialize(notes.name(), found.value())
                .getRep()
                .equals(rep);
    }

    /** All keys that ever had a value that is to go, and have had no empty one since. */
    private Map<Found, Verdict> found(
            Topic<?, ?> topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted, String onlyKey) {
        Map<Found, Verdict> all = new HashMap<>();
        List<TopicPartition> partitions = Polling.partitions(consumer, List.of(topic.name()));
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long from = begin.getOrDefault(partition, 0L);
            Polling.read(consumer, partition, from, end.getOrDefault(partition, from), read -> {
                String key = read.key() == null ? "" : new String(read.key(), UTF_8);
                if (!key.isEmpty() && (onlyKey.isEmpty() || key.equals(onlyKey))) {
                    note(all, new Found(partition, key), read, wanted);
                }
                return false;
            });
        }
        return all;
    }

    private static void note(
            Map<Found, Verdict> all,
            Found found,
            ConsumerRecord<byte[], byte[]> read,
            Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        if (read.value() == null) {
            all.remove(found);
        } else if (all.get(found) != Verdict.ERASE) {
            all.put(found, verdict(read, wanted));
        }
    }

    private static Verdict verdict(
            ConsumerRecord<byte[], byte[]> read, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        try {
            return wanted.test(read) ? Verdict.ERASE : Verdict.KEEP;
        } catch (UndecodableRecordException e) {
            return Verdict.UNREADABLE;
        } catch (RegistryException e) {
            if (e.unavailable()) {
                throw e;
            }
            return Verdict.UNREADABLE;
        }
    }

    private int erase(Map<Found, Verdict> all) {
        int erased = 0;
        for (Map.Entry<Found, Verdict> entry : all.entrySet()) {
            if (entry.getValue() == Verdict.ERASE) {
                Found found = entry.getKey();
                taken.await(producer.send(new ProducerRecord<>(
                        found.partition().topic(),
                        found.partition().partition(),
                        found.key().getBytes(UTF_8),
                        null)));
                erased++;
            }
        }
        return erased;
    }
}
