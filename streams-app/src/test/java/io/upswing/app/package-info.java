@NullMarked
package io.upswing.app;

import org.jspecify.annotations.NullMarked;
