/** Input as no one should write it, for tests of every level: for each input topic the same kinds. */
@NullMarked
package io.upswing.app.garbage;

import org.jspecify.annotations.NullMarked;
