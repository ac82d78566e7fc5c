/** What a command has around it: where it writes, how it ends, the environment and the clock. Depends on {@code render}. */
@NullMarked
package io.upswing.cli.shell;

import org.jspecify.annotations.NullMarked;
