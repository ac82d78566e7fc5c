/**
 * A sales organization that does not exist: from a seed, day by day, what its CRM and its HR system would say, mistakes
 * included, and beside it the truth in files, so that KPIs can be checked against a query that knows nothing of Upswing.
 *
 * <p>{@link io.upswing.producers.simulator.Simulation} makes the records of each day,
 * {@link io.upswing.producers.simulator.SimulationPublisher} publishes them with watermarks,
 * {@link io.upswing.producers.simulator.TruthFiles} writes the truth. Every draw depends on the seed, its purpose and whom
 * it is about, and on nothing else: what is switched on, off or added leaves all other draws as they were. Depends on
 * {@code schemas} and on nothing else of Upswing.
 */
@NullMarked
package io.upswing.producers.simulator;

import org.jspecify.annotations.NullMarked;
