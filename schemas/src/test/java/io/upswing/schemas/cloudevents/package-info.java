/** Tests of this package. */
@NullMarked
package io.upswing.schemas.cloudevents;

import org.jspecify.annotations.NullMarked;
