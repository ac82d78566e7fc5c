/**
 * Views on Kafka Streams: the tasks' stores by interactive queries, and the metadata of who runs which task. Depends on
 * {@code views}, {@code stores} and {@code topology}.
 */
@NullMarked
package io.upswing.app.views.streams;

import org.jspecify.annotations.NullMarked;
