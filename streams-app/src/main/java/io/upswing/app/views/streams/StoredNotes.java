package io.upswing.app.views.streams;

import io.upswing.app.views.Notes;
import io.upswing.schemas.Note;
import io.upswing.schemas.topics.Topic;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;

/** Notes from the global store, as {@link StoredNames} has names. */
public final class StoredNotes implements Notes {
    private final StoredValues<Note> values;

    private StoredNotes(StoredValues<Note> values) {
        this.values = values;
    }

    /**
     * Notes in a global store.
     *
     * @param storeName of bytes by bytes
     * @param nanoTime  only paces the questions to the registry
     */
    public static StoredNotes in(
            KafkaStreams streams, String storeName, Topic<String, Note> topic, LongSupplier nanoTime) {
        return new StoredNotes(new StoredValues<>(StoredValues.in(streams, storeName), topic, nanoTime));
    }

    @Override
    public Optional<String> text(String id) {
        return values.get(id).map(Note::getText);
    }
}
