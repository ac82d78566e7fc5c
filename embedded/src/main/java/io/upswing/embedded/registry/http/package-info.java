/**
 * The registry's REST API: routes, requests and replies in Confluent's form. Depends on
 * {@code io.upswing.embedded.registry}, which decides.
 */
@NullMarked
package io.upswing.embedded.registry.http;

import org.jspecify.annotations.NullMarked;
