/**
 * Import of a CRM's CSV export by a mapping file: rows are checked, then laid out day by day as they came about, and published
 * with a watermark after each day; or, of a later export, restated with a version each. Depends on {@code schemas} and on nothing else of Upswing.
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
 *   <li>{@code deals}: {@code file}, {@code id}, {@code owner}, {@code stage}, {@code amount}, {@code currency},
 *       {@code created}, {@code closed}, {@code expectedClose}, {@code version}; of these {@code owner}, {@code amount},
 *       {@code currency}, {@code expectedClose} and {@code version} may be left out.
 *   <li>{@code activities}: {@code file}, {@code id}, {@code owner}, {@code kind}, {@code status}, {@code happened},
 *       {@code logged}, {@code deal}, {@code lead}, {@code channel}, {@code version}; all but {@code file}, {@code id},
 *       {@code kind} and {@code happened} may be left out.
 *   <li>{@code quotas}: {@code file}, {@code rep}, {@code period}, {@code periodStart}, {@code effectiveFrom},
 *       {@code amount}, {@code version}; {@code effectiveFrom} and {@code version} may be left out.
 *   <li>{@code reps}: {@code file}, {@code id}, {@code team}, {@code region}, {@code hired}, {@code role},
 *       {@code effectiveFrom}, {@code leaves} ({@code file}, {@code rep}, {@code from}, {@code to}), {@code version}; all but
 *       {@code file} and {@code id} may be left out.
 * </ul>
 *
 * <p>One of these four sections is needed.
 *
 * <p>Where an <b>id</b> is asked for (of a deal, an activity, a lead, a rep, a team or region) stands a column; or
 * {@code column}, and {@code name}: the column with what it is called; or {@code derive: keyed-hash}, {@code of}: the
 * columns that tell one from another, and {@code name}. Ids of reps are made in the same way everywhere, and so are those of
 * deals, else they would not meet.
 *
 * <p>Where a <b>date</b> is asked for stand {@code column} and {@code format}: a pattern of
 * {@link java.time.format.DateTimeFormatter}, or a list of patterns. A value that two of them read as different dates is
 * refused. A pattern with a time gives a moment, in {@code zone} if it has no offset.
 *
 * <p>{@code stage}, {@code kind}, {@code status}, {@code channel} and {@code period} have {@code column} and lists of the
 * CRM's words, named after what they mean; {@code period} may be {@code month} or {@code quarter} for all. {@code amount} is
 * a column, with digits and a point before decimals, or {@code column}, {@code decimal} and {@code thousands};
 * {@code currency} is a column. {@code effectiveFrom} of reps is {@code first-day} (of the history; so if left out), a date,
 * or {@code column} and {@code format}. {@code version} is a column with whole numbers, or {@code column} and
 * {@code format}.
 */
@NullMarked
package io.upswing.producers.csv;

import org.jspecify.annotations.NullMarked;
