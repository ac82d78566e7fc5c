/**
 * The demo's parts: where its data lie, broker and app in one process, waiting for the last close of day, and the table.
 *
 * <p>Depends on {@code api} and {@code render}, and on the app, the import and the embedded broker.
 */
@NullMarked
package io.upswing.cli.demo;

import org.jspecify.annotations.NullMarked;
