/** Tests of this package. */
@NullMarked
package io.upswing.schemas.topics;

import org.jspecify.annotations.NullMarked;
