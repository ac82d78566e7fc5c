/**
 * Holds an export against what the app has: what each side adds to which rep's KPIs, and which deals or activities make the
 * difference. The export's side is computed by the stages' own arithmetic, the app's side is asked for.
 */
@NullMarked
package io.upswing.cli.reconciling;

import org.jspecify.annotations.NullMarked;
