/**
 * {@code ./upswing}: one class per command. Results go to standard output, messages to standard error, and the exit code says
 * how it went ({@link io.upswing.cli.shell.ExitCode}).
 *
 * <p>Depends on the packages below it, and on the other modules.
 */
@NullMarked
package io.upswing.cli;

import org.jspecify.annotations.NullMarked;
