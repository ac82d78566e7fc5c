/**
 * What rules and plans may look at when a closed day is evaluated for a rep. Depends on {@code time} and {@code kpi}.
 */
@NullMarked
package io.upswing.core.evaluation;

import org.jspecify.annotations.NullMarked;
