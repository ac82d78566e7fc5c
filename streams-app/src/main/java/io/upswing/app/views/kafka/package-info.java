/**
 * Plain clients of Kafka behind the views: commands and notes go in through them, and the history of issues and plans is read
 * from its topics. Depends on {@code views} and {@code clock}.
 */
@NullMarked
package io.upswing.app.views.kafka;

import org.jspecify.annotations.NullMarked;
