/**
 * How records come in: watermarks told from data, bad input told from an unreachable registry, the one sent to the dead
 * letters, the other made to wait.
 */
@NullMarked
package io.upswing.app.intake;

import org.jspecify.annotations.NullMarked;
