/**
 * What issues and plans have in common: who commands what, why a command is rejected, and how their events are told apart.
 * Depends on {@code time} only.
 */
@NullMarked
package io.upswing.core.command;

import org.jspecify.annotations.NullMarked;
