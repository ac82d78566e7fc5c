package io.upswing.app.topology;

import io.upswing.app.avro.RefusedException;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.schemas.watermarks.WatermarkRecord;

/** Which watermarks are believed: one that is wrong can't be taken back. */
final class WatermarkBounds {
    /** The clock, and an import, write every day; whoever leaps over a year has mistyped it. */
    private static final int MOST_DAYS_AHEAD = 366;

    private WatermarkBounds() {}

    /**
     * The day of a watermark from outside.
     *
     * @throws RefusedException if it leaps too far ahead of the partition's highest one
     */
    static int day(WatermarkRecord watermark, DayGate<?> gate, Source source) {
        int day = Days.of(watermark.day());
        int next = gate.recordedDate(source);
        if (next != Days.BEFORE_ALL && day >= next + MOST_DAYS_AHEAD) {
            throw new RefusedException(new Refusal(
                    Reason.WATERMARK_OUT_OF_BOUNDS,
                    "it closes " + watermark.day() + ", more than " + MOST_DAYS_AHEAD + " days after "
                            + Days.text(next - 1) + ", the day closed before"));
        }
        return day;
    }

    /**
     * The day of a watermark from another stage.
     *
     * @throws RefusedException if it speaks for a stage of another size: the gate would wait for tasks that are not there
     */
    static int day(WatermarkRecord watermark, int partitions) {
        if (watermark.fromCount() != partitions) {
            throw new RefusedException(new Refusal(
                    Reason.WATERMARK_OUT_OF_BOUNDS,
                    "it is from a stage of " + watermark.fromCount() + " partitions, but there are " + partitions));
        }
        return Days.of(watermark.day());
    }
}
