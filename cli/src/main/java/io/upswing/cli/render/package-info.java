/** What a terminal shows: tables, sparklines, progress. Plain text from plain values; depends on nothing. */
@NullMarked
package io.upswing.cli.render;

import org.jspecify.annotations.NullMarked;
