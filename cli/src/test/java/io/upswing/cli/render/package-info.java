/** Tests of what a terminal shows. */
@NullMarked
package io.upswing.cli.render;

import org.jspecify.annotations.NullMarked;
