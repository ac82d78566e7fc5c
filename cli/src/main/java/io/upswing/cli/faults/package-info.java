/**
 * How faults on purpose are told of.
 *
 * <p>Depends on {@code shell} and {@code render}, and on the faults.
 */
@NullMarked
package io.upswing.cli.faults;

import org.jspecify.annotations.NullMarked;
