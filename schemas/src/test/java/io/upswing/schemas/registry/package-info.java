/** Tests of this package. */
@NullMarked
package io.upswing.schemas.registry;

import org.jspecify.annotations.NullMarked;
