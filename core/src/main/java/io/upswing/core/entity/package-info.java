/**
 * The entity stage: merges what a CRM says about one entity, and turns each change of its state into facts. Depends on
 * {@code time}, {@code source} and {@code kpi}.
 */
@NullMarked
package io.upswing.core.entity;

import org.jspecify.annotations.NullMarked;
