/**
 * What a schema registry knows and decides, without HTTP: state in memory, the log that it comes from, compatibility.
 * Every change is written to the log first and reaches the state from there. Depends on no other package of Upswing.
 */
@NullMarked
package io.upswing.embedded.registry;

import org.jspecify.annotations.NullMarked;
