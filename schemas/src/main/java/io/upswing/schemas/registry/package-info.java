/**
 * The schema registry, spoken to by Confluent's own client behind one class, and what may change in a schema.
 *
 * <p>Depends on Avro and Kafka's configuration only.
 */
@NullMarked
package io.upswing.schemas.registry;

import org.jspecify.annotations.NullMarked;
