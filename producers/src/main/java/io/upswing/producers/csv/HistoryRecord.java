package io.upswing.producers.csv;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Name;
import io.upswing.schemas.RepEvent;

/** A record of the history, under its key. */
public sealed interface HistoryRecord {
    /** The record's key. */
    String key();

    /** What became of a deal; its key is the deal's id. */
    record OfDeal(String key, DealEvent event) implements HistoryRecord {}

    /** Where a rep stands; its key is the rep's id. */
    record OfRep(String key, RepEvent event) implements HistoryRecord {}

    /** What a rep, team or region is called; its key is kind and id. */
    record OfName(String key, Name name) implements HistoryRecord {}
}
