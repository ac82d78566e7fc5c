/** The registry's decisions and its log's format, without a broker. */
@NullMarked
package io.upswing.embedded.registry;

import org.jspecify.annotations.NullMarked;
