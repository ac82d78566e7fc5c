/**
 * The events and KPIs as they lie in topics: classes that Avro generates from {@code src/main/avro}.
 *
 * <p>Unmarked for null: generated getters and setters say nothing about it, the schemas do.
 */
@NullUnmarked
package io.upswing.schemas;

import org.jspecify.annotations.NullUnmarked;
