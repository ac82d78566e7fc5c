/**
 * The stages' stores as Kafka Streams stores of bytes: keys that sort as the stages scan them, values with a format
 * version. {@link io.upswing.app.stores.StoreCatalogue} names the stores, builds them and gives them to the stages.
 *
 * <p>Depends on {@code core}, whose interfaces it implements, and on no other package of this module.
 */
@NullMarked
package io.upswing.app.stores;

import org.jspecify.annotations.NullMarked;
