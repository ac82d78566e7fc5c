/** Tests of simulations on the command line. */
@NullMarked
package io.upswing.cli.simulating;

import org.jspecify.annotations.NullMarked;
