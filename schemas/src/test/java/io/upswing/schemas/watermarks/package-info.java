/** Tests of this package. */
@NullMarked
package io.upswing.schemas.watermarks;

import org.jspecify.annotations.NullMarked;
