/**
 * The whole pipeline in one process, without a broker: the stages linked by FIFO queues under a seeded scheduler. For
 * property tests under any interleaving, and for backtests.
 */
@NullMarked
package io.upswing.core.inprocess;

import org.jspecify.annotations.NullMarked;
