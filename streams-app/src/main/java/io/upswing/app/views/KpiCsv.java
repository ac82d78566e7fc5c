package io.upswing.app.views;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of KPIs as CSV (RFC 4180, but for the line end, which is a line feed): numbers as {@link KpiNumbers} writes them,
 * empty where there is no data.
 */
public final class KpiCsv {
    /** The KPIs that have a column, in their order. */
    public static final List<Kpi> COLUMNS = List.of(
            Kpi.DEALS_CREATED,
            Kpi.DEALS_WON,
            Kpi.DEALS_LOST,
            Kpi.REVENUE,
            Kpi.WIN_RATE,
            Kpi.AVG_DEAL_SIZE,
            Kpi.CYCLE_MEAN,
            Kpi.CYCLE_MEDIAN,
            Kpi.OPEN_DEALS);

    /** The first line, with its end. */
    public static final String HEADER = Stream.concat(
                            Stream.of("level", "key", "name", "day", "window"),
                            COLUMNS.stream().map(Kpi::id))
                    .collect(Collectors.joining(","))
            + "\n";

    private final KpiNumbers numbers;

    public KpiCsv(KpiNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The line of a row, with its end.
     *
     * @param name of the subject, if it is known
     */
    public String line(KpiRow row, Optional<String> name) {
        StringBuilder line = new StringBuilder(128)
                .append(row.subject().level().id())
                .append(',')
                .append(quoted(row.subject().id()))
                .append(',')
                .append(quoted(name.orElse("")))
                .append(',')
                .append(Days.date(row.day()))
                .append(',')
                .append(row.window().id());
        for (Kpi kpi : COLUMNS) {
            line.append(',')
                    .append(numbers.of(kpi, kpi.of(row.sums()))
                            .map(BigDecimal::toPlainString)
                            .orElse(""));
        }
        return line.append('\n').toString();
    }

    /** Quotes where a separator, a quote or a line break would be taken for another. */
    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
