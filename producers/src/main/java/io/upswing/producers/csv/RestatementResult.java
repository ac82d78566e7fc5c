package io.upswing.producers.csv;

import java.time.Instant;
import java.util.List;

/**
 * What a restatement has done.
 *
 * @param finished whether all was published; not so if it was stopped, then run again publishes the rest
 * @param asOf as of when the export is
 * @param records records published, watermarks not counted
 * @param deleted deletions among them
 * @param watermarks watermarks published
 * @param rows rows read from the export, refused ones included
 * @param refused the rows that were refused, and why
 */
public record RestatementResult(
        boolean finished,
        Instant asOf,
        long records,
        long deleted,
        long watermarks,
        long rows,
        List<RowError> refused) {

    public RestatementResult {
        refused = List.copyOf(refused);
    }
}
