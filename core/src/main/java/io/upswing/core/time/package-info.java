/**
 * Time as data in the log: watermarks, recorded dates, and the day gate that every stage closes its days by. See
 * docs/time.md. Depends on nothing else.
 */
@NullMarked
package io.upswing.core.time;

import org.jspecify.annotations.NullMarked;
