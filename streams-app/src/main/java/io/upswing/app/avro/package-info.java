/** Between the Avro classes of the topics and the input and output types of the stages. Keeps nothing. */
@NullMarked
package io.upswing.app.avro;

import org.jspecify.annotations.NullMarked;
