/** Tests of the demo's parts. */
@NullMarked
package io.upswing.cli.demo;

import org.jspecify.annotations.NullMarked;
