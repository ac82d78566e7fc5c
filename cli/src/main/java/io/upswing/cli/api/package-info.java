/** A running Upswing, asked by its REST API. Depends on {@code shell}, and on nothing of the
 * app's own code: it is read as any client would read it. */
@NullMarked
package io.upswing.cli.api;

import org.jspecify.annotations.NullMarked;
