/** The topology: each stage as a processor that moves data between topics, stores and the stage of {@code core}. */
@NullMarked
package io.upswing.app.topology;

import org.jspecify.annotations.NullMarked;
