/**
 * Measures and what is made of them: sums, panes, changes, windows and the catalogue of KPIs. Used by the rep and by the
 * unit stage alike. Depends on {@code time} only.
 */
@NullMarked
package io.upswing.core.kpi;

import org.jspecify.annotations.NullMarked;
