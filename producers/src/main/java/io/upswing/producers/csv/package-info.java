/**
 * Import of a CRM's CSV export by a mapping file: rows are checked, laid out day by day as they came about, and published
 * with a watermark after each day. Depends on {@code schemas} and on nothing else of Upswing.
 *
 * <p>A mapping is a YAML file with these keys ({@code docs/import.md} has an example with comments):
 *
 * <ul>
 *   <li>{@code zone}: the organization's time zone. Required.
 *   <li>{@code currency}: {@code code} (ISO 4217) and {@code minorDigits} (0 to 4) of the reporting currency. Required.
 *   <li>{@code source}: a short name of the CRM, which each event carries; {@code csv} if left out.
 *   <li>{@code csv}: {@code delimiter} (one character; comma if left out) and {@code encoding} (UTF-8 if left out). A
 *       byte-order mark is accepted, quoted values may hold line breaks.
 *   <li>{@code ids}: {@code key}, or {@code keyFile} (a file, beside the mapping or by its whole path): the secret, of 8
 *       characters or more, of ids derived by a keyed hash.
 *   <li>{@code deals}, required: {@code file}, {@code id}, {@code owner}, {@code stage}, {@code amount}, {@code currency},
 *       {@code created}, {@code closed}, {@code expectedClose}; of these {@code owner}, {@code amount}, {@code currency}
 *       and {@code expectedClose} may be left out.
 *   <li>{@code reps}, may be left out: {@code file}, {@code id}, {@code team}, {@code region}, {@code hired},
 *       {@code effectiveFrom}; all but {@code file} and {@code id} may be left out.
 * </ul>
 *
 * <p>Where an <b>id</b> is asked for ({@code deals.id}, {@code deals.owner}, {@code reps.id}, {@code reps.team},
 * {@code reps.region}) stands a column; or {@code column}, and {@code name}: the column with what it is called; or
 * {@code derive: keyed-hash}, {@code of}: the columns that tell one from another, and {@code name}. Owners and reps are
 * made in the same way, else they would not meet.
 *
 * <p>Where a <b>date</b> is asked for stand {@code column} and {@code format}: a pattern of
 * {@link java.time.format.DateTimeFormatter}, or a list of patterns. A value that two of them read as different dates is
 * refused. A pattern with a time gives a moment, in {@code zone} if it has no offset.
 *
 * <p>{@code stage} has {@code column} and the lists {@code open}, {@code won} and {@code lost} of the CRM's stages.
 * {@code amount} and {@code currency} are columns: an amount has digits, and a point before decimals.
 * {@code effectiveFrom} is {@code first-day} (of the history; so if left out), a date, or {@code column} and
 * {@code format}.
 */
@NullMarked
package io.upswing.producers.csv;

import org.jspecify.annotations.NullMarked;
