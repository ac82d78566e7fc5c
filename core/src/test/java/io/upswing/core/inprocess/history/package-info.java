/**
 * Random histories of an organization, and how they may lie in the partitions of the input topics. Knows only the input
 * types of the stages.
 */
@NullMarked
package io.upswing.core.inprocess.history;

import org.jspecify.annotations.NullMarked;
