package io.upswing.producers.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A change of an entity as its CRM recorded it.
 *
 * @param change  of the event's own type
 * @param eventId empty: one of its own
 */
record Step(Instant at, Object change, Set<Ingredient> ingredients, Optional<String> eventId) {}
