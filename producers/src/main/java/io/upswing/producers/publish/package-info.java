/**
 * The publishing library for connectors: events are built by typed builders that take nothing Upswing would refuse, and sent
 * with the right key to the right partition. Depends on {@code schemas} and Kafka's clients, and on nothing else.
 *
 * <p>Begin with {@link io.upswing.producers.publish.Source}, then {@link io.upswing.producers.publish.Publisher};
 * {@code docs/publishing.md} has an example.
 */
@NullMarked
package io.upswing.producers.publish;

import org.jspecify.annotations.NullMarked;
