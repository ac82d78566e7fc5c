package io.upswing.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.intake.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A dead letter as it lies in its topic. */
public final class Letter {
    private static final Set<String> OURS =
            Set.of(DeadLetter.REASON, DeadLetter.DETAIL, DeadLetter.TOPIC, DeadLetter.PARTITION, DeadLetter.OFFSET);

    private final Place place;
    private final Instant since;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;

    private Letter(Place place, Instant since, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        this.place = place;
        this.since = since;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    /** Where the refused record stands. */
    public record Source(String topic, Place place) {
        @Override
        public String toString() {
            return topic + " " + place;
        }
    }

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        return new Letter(
                new Place(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                record.headers());
    }

    /** The same, but for the value: for lists of many. */
    Letter withoutValue() {
        return new Letter(place, since, key, null, headers);
    }

    /** Where it lies among the dead letters. */
    public Place place() {
        return place;
    }

    /** When it got there, by the broker's clock. */
    public Instant since() {
        return since;
    }

    /** The original key. */
    public byte @Nullable [] key() {
        return key;
    }

    /** The original value. */
    public byte @Nullable [] value() {
        return value;
    }

    /** The id of the reason; empty if none stands there. */
    public String reason() {
        return text(DeadLetter.REASON).orElse("");
    }

    /** The reason in words; may hold what a stranger wrote. */
    public String detail() {
        return text(DeadLetter.DETAIL).orElse("");
    }

    /** Where the record stands that was refused; empty if the letter does not say it. */
    public Optional<Source> source() {
        return text(DeadLetter.TOPIC)
                .flatMap(topic -> Place.parse(text(DeadLetter.PARTITION).orElse("") + ":"
                                + text(DeadLetter.OFFSET).orElse(""))
                        .map(at -> new Source(topic, at)));
    }

    /** The dead letter that was sent again, and refused again as this one. */
    public Optional<Place> resentFrom() {
        return text(DeadLetter.RESENT_FROM).flatMap(Place::parse);
    }

    /** The headers that the record came with: all but the last of each that the app puts behind them. */
    public List<Header> originalHeaders() {
        List<Header> original = new ArrayList<>(List.of(headers.toArray()));
        Collections.reverse(original);
        for (String ours : OURS) {
            original.stream()
                    .filter(header -> header.key().equals(ours))
                    .findFirst()
                    .ifPresent(original::remove);
        }
        Collections.reverse(original);
        return original;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(bytes -> new String(bytes, UTF_8));
    }
}
