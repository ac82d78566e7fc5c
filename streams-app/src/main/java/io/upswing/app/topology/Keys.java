package io.upswing.app.topology;

import io.upswing.app.avro.Ids;
import io.upswing.app.avro.RefusedException;
import io.upswing.app.intake.RawRecord;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.schemas.topics.Murmur2Partitions;
import io.upswing.schemas.topics.Topic;
import org.jspecify.annotations.Nullable;

/** Reads records from outside, and checks what a record's place says. */
final class Keys {
    private Keys() {}

    /**
     * The id in the key of a record that stands in its right partition.
     *
     * @param partitions of the record's topic
     * @throws RefusedException if there is no id, or the record stands elsewhere
     */
    static String id(RawRecord record, int partitions) {
        String id = Ids.ofKey(record.key());
        byte @Nullable [] key = record.key();
        int right = key == null ? -1 : Murmur2Partitions.partitionFor(key, partitions);
        if (record.partition() != right) {
            throw new RefusedException(new Refusal(
                    Reason.WRONG_PARTITION,
                    "the key belongs to partition " + right + " of " + partitions
                            + ": use the murmur2 partitioner, as Java clients do"));
        }
        return id;
    }

    /**
     * The value of a record.
     *
     * @throws RefusedException if there is none
     */
    static <V> V value(RawRecord record, Topic<String, V> topic) {
        V value = topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
        if (value == null) {
            throw new RefusedException(
                    new Refusal(Reason.NO_VALUE, "the record has no value: a deletion is a change of its own"));
        }
        return value;
    }
}
