/**
 * Performance issues: rules, what they see in an evaluation, and the life of an issue: pure functions from a state and a
 * reading, or a command, to a state and events. Depends on {@code time}, {@code kpi}, {@code evaluation} and
 * {@code command}.
 */
@NullMarked
package io.upswing.core.issues;

import org.jspecify.annotations.NullMarked;
