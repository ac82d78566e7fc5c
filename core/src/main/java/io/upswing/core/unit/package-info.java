/**
 * The unit stage: panes and windows of teams, regions and the company, and what the market did, once a day. Depends on
 * {@code time} and {@code kpi}.
 */
@NullMarked
package io.upswing.core.unit;

import org.jspecify.annotations.NullMarked;
