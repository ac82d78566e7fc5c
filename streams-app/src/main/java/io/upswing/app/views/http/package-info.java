/**
 * The REST API over the views, and how instances ask each other; commands are taken in and written to their topic. See docs/api.md. Depends on {@code views}; only
 * {@link io.upswing.app.views.http.Views} knows {@code views.streams}.
 */
@NullMarked
package io.upswing.app.views.http;

import org.jspecify.annotations.NullMarked;
