/**
 * The topics: one catalogue of all of them, what each must be set to, and how they are made and checked.
 *
 * <p>Depends on {@code serde} and the generated classes.
 */
@NullMarked
package io.upswing.schemas.topics;

import org.jspecify.annotations.NullMarked;
