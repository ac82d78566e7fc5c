/** Tests of the stores: codecs, keys, and each store on RocksDB against a plain map. */
@NullMarked
package io.upswing.app.stores;

import org.jspecify.annotations.NullMarked;
