/**
 * A Kafka broker and a schema registry inside one process, for development, tests and the demo: one node each, on the
 * loopback address, without authentication unless it is asked for. Depends on {@code io.upswing.embedded.registry} for the
 * registry's own work.
 */
@NullMarked
package io.upswing.embedded;

import org.jspecify.annotations.NullMarked;
