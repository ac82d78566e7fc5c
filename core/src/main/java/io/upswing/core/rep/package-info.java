/**
 * The rep stage: everything about a rep. Panes and windows, membership in teams and regions over time, and the evaluation
 * of each closed day. Depends on {@code time}, {@code source} and {@code kpi}.
 */
@NullMarked
package io.upswing.core.rep;

import org.jspecify.annotations.NullMarked;
