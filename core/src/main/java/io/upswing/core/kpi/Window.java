package io.upswing.core.kpi;

import io.upswing.core.time.WorkingCalendar;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A window of days that ends on the open day, or, looking back, on any other. */
public sealed interface Window {
    /** Stable id: {@code 30d}, {@code mtd}, {@code qtd}. */
    String id();

    /** What its days depend on: two windows with the same key have the same days. */
    default String key() {
        return id();
    }

    /** The first day of the window that ends on {@code last}. */
    int firstDay(int last);

    /** Whether the window shows a balance: a period's quota is shown by the window of that period alone. */
    default boolean shows(Measure balance) {
        return balance != Measure.QUOTA_MONTH && balance != Measure.QUOTA_QUARTER;
    }

    /** The ids of the windows that Upswing keeps unless configured otherwise. */
    List<String> DEFAULT_IDS = List.of("7d", "30d", "90d", "365d", MonthToDate.ID, QuarterToDate.ID);

    /** Those windows; the month in which the fiscal year begins says when quarters do. */
    static List<Window> defaults(int fiscalYearStart) {
        return DEFAULT_IDS.stream().map(id -> parse(id, fiscalYearStart)).toList();
    }

    /** A window's length limit, so that panes reach far enough back. */
    int MAX_DAYS = 730;

    /**
     * The window of an id.
     *
     * @param fiscalYearStart the month in which the fiscal year begins, 1 to 12: it says when quarters do
     */
    static Window parse(String id, int fiscalYearStart) {
        String lower = id.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case MonthToDate.ID -> new MonthToDate();
            case QuarterToDate.ID -> new QuarterToDate(fiscalYearStart);
            default -> rolling(id, lower);
        };
    }

    /** The window of a {@link #key}. */
    static Window ofKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? parse(key, 1) : parse(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
    }

    private static Window rolling(String id, String lower) {
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

    /** The calendar month up to today. */
    record MonthToDate() implements Window {
        static final String ID = "mtd";

        @Override
        public String id() {
            return ID;
        }

        @Override
        public int firstDay(int last) {
            return WorkingCalendar.monthStart(last);
        }

        @Override
        public boolean shows(Measure balance) {
            return balance != Measure.QUOTA_QUARTER;
        }
    }

    /** The fiscal quarter up to today. */
    record QuarterToDate(int fiscalYearStart) implements Window {
        static final String ID = "qtd";

        @Override
        public String id() {
            return ID;
        }

        @Override
        public int firstDay(int last) {
            return WorkingCalendar.quarterStart(last, fiscalYearStart);
        }

        @Override
        public String key() {
            return id() + "/" + fiscalYearStart;
        }

        @Override
        public boolean shows(Measure balance) {
            return balance != Measure.QUOTA_MONTH;
        }
    }
}
