package io.upswing.app.avro;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.KpiValue;
import io.upswing.schemas.WindowKpis;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** KPIs of all windows, for other systems. */
public final class Snapshots {
    private Snapshots() {}

    public static KpiSnapshot toAvro(Snapshot snapshot) {
        List<WindowKpis> windows = new ArrayList<>();
        for (int i = 0; i < snapshot.windows().size(); i++) {
            Window window = snapshot.windows().get(i);
            windows.add(new WindowKpis(
                    window.id(),
                    Days.date(window.firstDay(snapshot.day())),
                    Days.date(snapshot.day()),
                    values(snapshot.sums().get(i))));
        }
        return new KpiSnapshot(Days.date(snapshot.day()), windows);
    }

    private static List<KpiValue> values(Sums sums) {
        List<KpiValue> values = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            io.upswing.core.kpi.KpiValue value = kpi.of(sums);
            @Nullable
            Double number = value.isEmpty() ? null : (Double) value.value().getAsDouble();
            values.add(new KpiValue(kpi.id(), number, value.numerator(), value.denominator(), value.sample()));
        }
        return values;
    }
}
