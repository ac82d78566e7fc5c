package io.upswing.producers.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column with dates and the patterns in which they are written; what fits none, or fits two as different dates, is refused. */
record DateRule(Column column, List<Pattern> patterns, ZoneId zone) {
    /** Dates outside are refused, as the event's reader would. */
    static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** A pattern as written in the mapping, and what reads it. */
    record Pattern(String text, DateTimeFormatter formatter) {
        /**
         * Letters as in {@link DateTimeFormatter}, names of months in English, each date a real one (no 30 February).
         *
         * @throws IllegalArgumentException if it is no pattern, or gives no whole date
         */
        static Pattern of(String text) {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(text)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            Pattern pattern = new Pattern(text, formatter);
            try {
                LocalDateTime sample = LocalDateTime.of(2017, 11, 23, 14, 45);
                LocalDate.from(formatter.parse(sample.atZone(ZoneId.of("UTC")).format(formatter)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("gives no whole date", e);
            }
            return pattern;
        }
    }

    /** The date in this row; none if the column is empty. */
    Optional<CrmDate> date(Row row) throws RowRefused {
        Optional<String> value = row.value(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parse(value.get()));
    }

    /** The moment in this row, a date's being its beginning; none if the column is empty. */
    Optional<Instant> moment(Row row) throws RowRefused {
        return date(row)
                .map(date -> date.instant()
                        .orElseGet(() -> date.day().atStartOfDay(zone).toInstant()));
    }

    private CrmDate parse(String value) throws RowRefused {
        Set<CrmDate> dates = new LinkedHashSet<>();
        patterns.forEach(pattern -> parse(pattern, value).ifPresent(dates::add));
        if (dates.isEmpty()) {
            throw new RowRefused(column.name(), value, "is no date of the form " + forms());
        }
        if (dates.size() > 1) {
            throw new RowRefused(column.name(), value, "is a different date by each of " + forms());
        }
        CrmDate date = dates.iterator().next();
        if (date.day().isBefore(FIRST) || date.day().isAfter(LAST)) {
            throw new RowRefused(column.name(), value, "is outside %s to %s".formatted(FIRST, LAST));
        }
        return date;
    }

    private Optional<CrmDate> parse(Pattern pattern, String value) {
        try {
            return Optional.of(date(pattern.formatter().parse(value)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private CrmDate date(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return moment(Instant.from(parsed));
        }
        if (parsed.isSupported(ChronoField.NANO_OF_DAY)) {
            return moment(LocalDateTime.from(parsed).atZone(zone).toInstant());
        }
        return new CrmDate(LocalDate.from(parsed), Optional.empty());
    }

    private CrmDate moment(Instant instant) {
        return new CrmDate(instant.atZone(zone).toLocalDate(), Optional.of(instant));
    }

    private String forms() {
        return String.join(" or ", patterns.stream().map(Pattern::text).toList());
    }
}
