/**
 * Setting an installation up on a cluster, looking what is wrong with it, and resetting it. Depends on {@code api}, {@code
 * shell} and {@code render}.
 */
@NullMarked
package io.upswing.cli.operating;

import org.jspecify.annotations.NullMarked;
