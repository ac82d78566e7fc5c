/** What the app could not take in: read, found, shown and sent again. Depends on {@code render} and {@code shell}. */
@NullMarked
package io.upswing.cli.deadletters;

import org.jspecify.annotations.NullMarked;
