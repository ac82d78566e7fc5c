package io.upswing.app.garbage;

import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * An input topic, and what is said on it.
 *
 * @param topic in a catalogue
 * @param good the n-th of its good records
 * @param forBad what bad records are made from
 * @param kinds the field that is of one of several kinds
 * @param absurd values that the schema allows and no one means
 * @param enumeration one of its enumerations, to which a later version may add a symbol
 */
public record Input<V extends SpecificRecord>(
        Function<TopicCatalogue, Topic<String, V>> topic,
        IntFunction<Said<V>> good,
        V forBad,
        String kinds,
        List<Absurd<V>> absurd,
        Optional<Enumeration> enumeration) {
    /** A value under a key. */
    public record Said<V>(String key, V value) {}

    /**
     * A value that can be read, but not taken.
     *
     * @param what is wrong with it
     */
    public record Absurd<V>(String what, String reason, V value) {}

    /**
     * A field that holds a symbol.
     *
     * @param name of the type
     * @param inKind whether the field is one of that which is of several kinds, not of the event
     */
    public record Enumeration(String name, boolean inKind, String field) {}

    /** The bytes of a value. */
    byte[] bytes(TopicCatalogue catalogue, V value) {
        return topic.apply(catalogue).serialized(value);
    }

    /** The n-th good record. */
    public Bytes good(TopicCatalogue catalogue, int n) {
        Said<V> said = good.apply(n);
        return new Bytes(said.key(), bytes(catalogue, said.value()));
    }

    /** What bad records are made from; it would count for no rep that a good record names. */
    Datum bad(TopicCatalogue catalogue) {
        return new Datum(forBad.getSchema(), bytes(catalogue, forBad));
    }

    /** A value, encoded. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read only
    record Datum(Schema schema, byte[] bytes) {}

    /** A good record, encoded. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read only
    public record Bytes(String key, byte[] value) {}
}
