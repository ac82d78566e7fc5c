/** How fast the pipeline is, as a ratio to what Kafka itself takes for the same records in the same run. */
@NullMarked
package io.upswing.benchmarks;

import org.jspecify.annotations.NullMarked;
