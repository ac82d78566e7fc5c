/** Records that wait while the registry is away. */
@NullMarked
package io.upswing.app.reliability;

import org.jspecify.annotations.NullMarked;
