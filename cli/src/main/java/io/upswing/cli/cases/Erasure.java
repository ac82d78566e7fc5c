package io.upswing.cli.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.schemas.Name;
import io.upswing.schemas.Note;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.serde.UndecodableRecordException;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.Acknowledgement;
import io.upswing.schemas.watermarks.Polling;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Erases what people can read of a rep: the name, and every note about the rep. Each gets a record without a value under its
 * key, in the partition in which it lies; the old ones go with a compaction.
 *
 * <p>A broker compacts what lies before the segment that is written to, and begins a new segment only when something comes: in
 * a quiet topic an old record could stay for ever, since the empty one over it is the last that has come. So what lies there
 * still, although it was written over, is written over again.
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
     * @param left       how many of either were erased before, but have not been compacted away yet
     * @param unreadable notes that can't be read: whom they are about is not known, and they stay
     */
    public record Done(int names, int notes, int left, int unreadable) {}

    private record Found(TopicPartition partition, String key) {}

    private enum Verdict {
        ERASE,
        ERASE_AGAIN,
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
        erase(ofName);
        erase(ofNotes);
        return new Done(
                count(ofName, Verdict.ERASE),
                count(ofNotes, Verdict.ERASE),
                count(ofName, Verdict.ERASE_AGAIN) + count(ofNotes, Verdict.ERASE_AGAIN),
                count(ofNotes, Verdict.UNREADABLE));
    }

    private static int count(Map<Found, Verdict> all, Verdict wanted) {
        return Collections.frequency(all.values(), wanted);
    }

    private static boolean isAbout(String rep, Topic<String, Note> notes, ConsumerRecord<byte[], byte[]> found) {
        return notes.valueSerde()
                .deserializer()
                .deserialize(notes.name(), found.value())
                .getRep()
                .equals(rep);
    }

    /** All keys that ever had a value, as far as it lies there still, with what is to become of it. */
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
            all.computeIfPresent(found, (key, verdict) -> overwritten(verdict));
        } else if (all.get(found) != Verdict.ERASE) {
            all.put(found, verdict(read, wanted));
        }
    }

    private static @Nullable Verdict overwritten(Verdict verdict) {
        return verdict == Verdict.ERASE || verdict == Verdict.ERASE_AGAIN ? Verdict.ERASE_AGAIN : null;
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

    private void erase(Map<Found, Verdict> all) {
        all.forEach((found, verdict) -> {
            if (verdict == Verdict.ERASE || verdict == Verdict.ERASE_AGAIN) {
                taken.await(producer.send(new ProducerRecord<>(
                        found.partition().topic(),
                        found.partition().partition(),
                        found.key().getBytes(UTF_8),
                        null)));
            }
        });
    }
}
