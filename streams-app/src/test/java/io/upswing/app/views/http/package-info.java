@NullMarked
package io.upswing.app.views.http;

import org.jspecify.annotations.NullMarked;
