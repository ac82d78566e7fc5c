/**
 * What all source events have in common: the order in which a source's changes stand, the bounds of what is taken, and
 * the refusal of what is not. Depends on {@code time} only.
 */
@NullMarked
package io.upswing.core.source;

import org.jspecify.annotations.NullMarked;
