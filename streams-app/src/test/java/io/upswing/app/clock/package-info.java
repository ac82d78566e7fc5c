/** Tests of the live clock. */
@NullMarked
package io.upswing.app.clock;

import org.jspecify.annotations.NullMarked;
