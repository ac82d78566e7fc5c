/** The application: what an instance is made of, and how it starts and stops. Composes all other packages. */
@NullMarked
package io.upswing.app;

import org.jspecify.annotations.NullMarked;
