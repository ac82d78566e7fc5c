package io.upswing.producers.csv;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Name;
import io.upswing.schemas.Note;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import java.time.Instant;
import java.util.Optional;

/** A record that an import publishes, under its key. */
public sealed interface ImportRecord {
    /** The record's key. */
    String key();

    /** What became of a deal; its key is the deal's id. */
    record OfDeal(String key, DealEvent event) implements ImportRecord {}

    /** What became of an activity; its key is the activity's id. */
    record OfActivity(String key, ActivityEvent event) implements ImportRecord {}

    /** Where a rep stands; its key is the rep's id. */
    record OfRep(String key, RepEvent event) implements ImportRecord {}

    /** A rep's quota; its key is the rep's id. */
    record OfQuota(String key, QuotaEvent event) implements ImportRecord {}

    /** What a person wants of an issue or a plan; its key is the rep's id. */
    record OfCommand(String key, CommandEvent event) implements ImportRecord {}

    /** What a person wrote; its key is the note's id. */
    record OfNote(String key, Note note) implements ImportRecord {}

    /**
     * What a rep, team or region is called; its key is kind and id.
     *
     * @param asOf as of when, if the export says so
     */
    record OfName(String key, Name name, Optional<Instant> asOf) implements ImportRecord {}
}
