/** What stands between the app and wrong results: processes killed, a registry that is away, bad topics, bad records. */
@NullMarked
package io.upswing.faults;

import org.jspecify.annotations.NullMarked;
