@NullMarked
package io.upswing.app.views.streams;

import org.jspecify.annotations.NullMarked;
