/**
 * What can be asked about KPIs, and how it is answered from the tasks' stores: snapshots, trends, exports. An instance
 * answers for its own tasks, and a cluster gathers what its instances say. Knows neither Kafka Streams nor HTTP; depends on
 * {@code core}, {@code stores} and {@code topology}.
 */
@NullMarked
package io.upswing.app.views;

import org.jspecify.annotations.NullMarked;
