@NullMarked
package io.upswing.app.views;

import org.jspecify.annotations.NullMarked;
