/** Broker and registry as their clients see them, the product's own clients among these. */
@NullMarked
package io.upswing.embedded;

import org.jspecify.annotations.NullMarked;
