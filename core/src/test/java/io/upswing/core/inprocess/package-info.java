/** Tests of this package: the three stages together, under any interleaving, against an independent model. */
@NullMarked
package io.upswing.core.inprocess;

import org.jspecify.annotations.NullMarked;
