package io.upswing.app.avro;

import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import io.upswing.schemas.KpiDay;
import io.upswing.schemas.MeasureAmount;
import io.upswing.schemas.NamedAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sums in topics. */
public final class AvroSums {
    private AvroSums() {}

    /** By code, as the stages exchange them. */
    public static List<MeasureAmount> toAvro(Sums sums) {
        List<MeasureAmount> amounts = new ArrayList<>(sums.size());
        sums.forEach((key, amount) -> amounts.add(new MeasureAmount(key, amount)));
        return amounts;
    }

    /**
     * The reverse of {@link #toAvro}.
     *
     * @throws IllegalArgumentException if a code is of no measure
     */
    public static Sums fromAvro(List<MeasureAmount> amounts) {
        Sums.Builder sums = new Sums.Builder();
        for (MeasureAmount amount : amounts) {
            sums.add(Measure.checkedKey(amount.getMeasure()), amount.getAmount());
        }
        return sums.build();
    }

    /** A pane by name, for other systems. */
    public static KpiDay day(String rep, int day, Sums sums) {
        List<NamedAmount> amounts = new ArrayList<>(sums.size());
        sums.forEach((key, amount) -> amounts.add(named(key, amount)));
        return new KpiDay(rep, Days.date(day), amounts);
    }

    private static NamedAmount named(int key, long amount) {
        Measure measure = Measure.of(key);
        @Nullable Integer bucket = measure.isHistogram() ? Measure.bucket(key) : null;
        return new NamedAmount(measure.name().toLowerCase(Locale.ROOT), bucket, amount);
    }

    /** A day that may be the one before all. */
    public static @Nullable Integer toAvro(int day) {
        return day == Days.BEFORE_ALL ? null : (Integer) day;
    }

    /**
     * The reverse of {@link #toAvro(int)}.
     *
     * @throws IllegalArgumentException if it is no day that a stage could write
     */
    public static int fromAvro(@Nullable Integer day) {
        return day == null ? Days.BEFORE_ALL : Days.checked(day);
    }
}
