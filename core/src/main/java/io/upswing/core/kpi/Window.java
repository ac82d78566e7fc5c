package io.upswing.core.kpi;

import io.upswing.core.time.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A window of days that ends on the open day, or, looking back, on any other. */
public sealed interface Window {
    /** Stable id: {@code 30d}, {@code mtd}, {@code qtd}. */
    String id();

    /** The first day of the window that ends on {@code last}. */
    int firstDay(int last);

    /** The windows that Upswing keeps unless configured otherwise. */
    List<Window> DEFAULTS =
            List.of(new Rolling(7), new Rolling(30), new Rolling(90), new Rolling(365), ToDate.MONTH, ToDate.QUARTER);

    /** A window's length limit, so that panes reach far enough back. */
    int MAX_DAYS = 730;

    /** The window of an id. */
    static Window parse(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        for (ToDate toDate : ToDate.values()) {
            if (toDate.id().equals(lower)) {
                return toDate;
            }
        }
        if (Pattern.matches("[1-9][0-9]{0,3}d", lower)) {
            return new Rolling(Integer.parseInt(lower.substring(0, lower.length() - 1)));
        }
        throw new IllegalArgumentException("'" + id + "' is no window: write days as 30d, or mtd, or qtd");
    }

    /** The last N days. */
    record Rolling(int days) implements Window {
        public Rolling {
            if (days < 1 || days > MAX_DAYS) {
                throw new IllegalArgumentException("a window has 1 to " + MAX_DAYS + " days, not " + days);
            }
        }

        @Override
        public String id() {
            return days + "d";
        }

        @Override
        public int firstDay(int last) {
            return last - days + 1;
        }
    }

    /** A calendar period up to today. */
    enum ToDate implements Window {
        MONTH("mtd") {
            @Override
            public int firstDay(int last) {
                return Days.of(Days.date(last).withDayOfMonth(1));
            }
        },
        QUARTER("qtd") {
            @Override
            public int firstDay(int last) {
                LocalDate date = Days.date(last);
                return Days.of(LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1));
            }
        };

        private final String id;

        ToDate(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }
}
