/** Tests of the configuration. */
@NullMarked
package io.upswing.app.config;

import org.jspecify.annotations.NullMarked;
