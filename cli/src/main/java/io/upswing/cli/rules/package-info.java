/** What is published of rules, and what publishing would do, as people and scripts read it. Depends on {@code render}. */
@NullMarked
package io.upswing.cli.rules;

import org.jspecify.annotations.NullMarked;
