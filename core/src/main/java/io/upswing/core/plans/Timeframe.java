package io.upswing.core.plans;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;

/** Over which days a goal's KPI is measured. */
public sealed interface Timeframe {
    /** For people: {@code 30d}, {@code 2026-04-01 to 2026-06-30}. */
    String text();

    /** With what lies on a day or after it later by so many days. */
    default Timeframe moved(int since, int shift) {
        return this;
    }

    /** A window that ends today. */
    record OfWindow(Window window) implements Timeframe {
        @Override
        public String text() {
            return window.id();
        }
    }

    /**
     * A fixed period.
     *
     * @param from the first day
     * @param to   the last day
     */
    record OfPeriod(int from, int to) implements Timeframe {
        /** How many days it has. */
        int days() {
            return to - from + 1;
        }

        boolean shows(Measure balance, Evaluation evaluation) {
            return WindowSettings.shows(balance, from, to, evaluation.calendar());
        }

        @Override
        public OfPeriod moved(int since, int shift) {
            return new OfPeriod(from >= since ? from + shift : from, to >= since ? to + shift : to);
        }

        @Override
        public String text() {
            return Days.text(from) + " to " + Days.text(to);
        }
    }
}
