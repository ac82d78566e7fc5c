/** Metrics in Prometheus' format, and log lines about what operators act on. See docs/api.md for the list. */
@NullMarked
package io.upswing.app.metrics;

import org.jspecify.annotations.NullMarked;
