/**
 * The live clock: closes days by the broker's time. One instance at a time does it; the others stand by.
 *
 * <p>{@link io.upswing.app.clock.DueDays} and {@link io.upswing.app.clock.Progress} say which days are due, and where;
 * {@link io.upswing.app.clock.ClockLoop} does one step at a time; {@link io.upswing.app.clock.LiveClock} is its thread.
 * Nothing here reads the host's clock: it only waits. Depends on {@code config}, {@code schemas} and {@code core}'s time.
 */
@NullMarked
package io.upswing.app.clock;

import org.jspecify.annotations.NullMarked;
