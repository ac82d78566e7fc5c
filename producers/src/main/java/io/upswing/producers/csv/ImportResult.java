package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.List;

/**
 * What an import has done.
 *
 * @param finished whether all days were published; not so if it was stopped, then run again publishes the rest
 * @param firstDay the history's first day
 * @param lastDay the history's last day
 * @param days days published, those closed before among them
 * @param daysAlreadyClosed days whose records went out again without a watermark: every partition had closed them before
 * @param records records published, duplicates among them, watermarks not counted
 * @param watermarks watermarks published
 * @param rows rows read from the export, refused ones included
 * @param refused the rows that were refused, and why
 */
public record ImportResult(
        boolean finished,
        LocalDate firstDay,
        LocalDate lastDay,
        long days,
        long daysAlreadyClosed,
        long records,
        long watermarks,
        long rows,
        List<RowError> refused) {

    public ImportResult {
        refused = List.copyOf(refused);
    }
}
