/**
 * The image of Upswing as it is run: instances that come, go and are killed, beside broker and registry in containers. What goes
 * in and what comes out goes by published ports, as with any other program.
 */
@NullMarked
package io.upswing.containers;

import org.jspecify.annotations.NullMarked;
