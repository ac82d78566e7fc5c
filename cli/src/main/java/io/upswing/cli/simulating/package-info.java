/**
 * A simulation as the command line does it: what is asked for in words, the pace, progress, the truth beside it.
 *
 * <p>Depends on {@code shell} and {@code render}, and on the producers.
 */
@NullMarked
package io.upswing.cli.simulating;

import org.jspecify.annotations.NullMarked;
