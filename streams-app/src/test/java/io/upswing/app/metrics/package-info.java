@NullMarked
package io.upswing.app.metrics;

import org.jspecify.annotations.NullMarked;
