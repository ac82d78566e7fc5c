/**
 * What each part of an installation must be allowed to do on a cluster whose authorizer refuses everything else. Depends on
 * {@code config} and {@code schemas}.
 */
@NullMarked
package io.upswing.app.access;

import org.jspecify.annotations.NullMarked;
