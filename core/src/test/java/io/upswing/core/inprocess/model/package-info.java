/**
 * A naive recomputation of everything from the whole log, in SQL. Imports nothing from the stages but their input types.
 */
@NullMarked
package io.upswing.core.inprocess.model;

import org.jspecify.annotations.NullMarked;
