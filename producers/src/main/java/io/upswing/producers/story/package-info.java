/**
 * The story that the demo tells beside the sample: one simulated rep, marked as such, whose wins fall and recover. It is data
 * that goes the same way as all other, day by day with the sample's history. Depends on {@code simulator}, on the records of
 * {@code csv}, and on {@code schemas}.
 */
@NullMarked
package io.upswing.producers.story;

import org.jspecify.annotations.NullMarked;
