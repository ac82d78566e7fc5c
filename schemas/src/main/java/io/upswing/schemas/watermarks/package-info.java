/**
 * Watermarks as they lie in the log: 'day D is closed', in every partition of every input topic.
 *
 * <p>Depends on Kafka's clients only.
 */
@NullMarked
package io.upswing.schemas.watermarks;

import org.jspecify.annotations.NullMarked;
