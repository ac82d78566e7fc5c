/** Tests of this package. */
@NullMarked
package io.upswing.schemas.serde;

import org.jspecify.annotations.NullMarked;
