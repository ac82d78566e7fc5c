/**
 * Performance improvement plans: pure functions from a plan and a command, or an evaluation, to events, and a plan's progress
 * at any moment. A plan is what its events say. Depends on {@code time}, {@code kpi}, {@code evaluation} and
 * {@code command}.
 */
@NullMarked
package io.upswing.core.plans;

import org.jspecify.annotations.NullMarked;
