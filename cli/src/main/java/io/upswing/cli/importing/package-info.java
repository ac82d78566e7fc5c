/**
 * An import as the command line does it: what is read and up to which day, progress, refused rows, a stop by Ctrl-C.
 *
 * <p>Depends on {@code shell} and {@code render}, and on the producers.
 */
@NullMarked
package io.upswing.cli.importing;

import org.jspecify.annotations.NullMarked;
