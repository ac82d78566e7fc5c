/**
 * Runs of whole installations, broker, registry and instances in processes of their own, with faults on purpose; what
 * comes out is compared with an undisturbed run.
 */
@NullMarked
package io.upswing.faults;

import org.jspecify.annotations.NullMarked;
