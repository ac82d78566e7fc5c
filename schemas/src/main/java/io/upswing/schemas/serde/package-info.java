/**
 * Records as bytes: Avro in Confluent's wire format, and a factory that can put another serde in the place of ours.
 *
 * <p>Depends on {@code registry}.
 */
@NullMarked
package io.upswing.schemas.serde;

import org.jspecify.annotations.NullMarked;
