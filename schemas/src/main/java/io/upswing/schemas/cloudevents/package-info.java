/**
 * The attributes of CloudEvents in the headers of records, so that tools which know nothing of our schemas can route and trace
 * them. Depends on Kafka's headers only.
 */
@NullMarked
package io.upswing.schemas.cloudevents;

import org.jspecify.annotations.NullMarked;
