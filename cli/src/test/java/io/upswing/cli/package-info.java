/** Tests of the command line. */
@NullMarked
package io.upswing.cli;

import org.jspecify.annotations.NullMarked;
