/**
 * Configuration: files, environment and flags become immutable records, checked whole before anything starts.
 *
 * <p>Depends on {@code core}, {@code schemas} and Kafka's own definitions of its keys. See docs/configuration.md, which
 * {@link io.upswing.app.config.ConfigReference} writes.
 */
@NullMarked
package io.upswing.app.config;

import org.jspecify.annotations.NullMarked;
