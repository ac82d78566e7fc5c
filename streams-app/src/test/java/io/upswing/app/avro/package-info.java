@NullMarked
package io.upswing.app.avro;

import org.jspecify.annotations.NullMarked;
