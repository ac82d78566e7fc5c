/** Issues and plans as people see them, and what they want of them as commands. Depends on {@code api}, {@code render}, {@code shell}. */
@NullMarked
package io.upswing.cli.cases;

import org.jspecify.annotations.NullMarked;
