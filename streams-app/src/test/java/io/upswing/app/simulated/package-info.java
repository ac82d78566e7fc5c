/**
 * The app under a simulated organization, beside what a query over the simulation's truth says. The query knows nothing of
 * Upswing: {@link io.upswing.app.simulated.TruthDatabase} imports no class of it.
 */
@NullMarked
package io.upswing.app.simulated;

import org.jspecify.annotations.NullMarked;
