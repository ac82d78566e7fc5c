package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.Optional;

/** From when on a row about a rep holds. */
sealed interface EffectiveFrom {
    /** The day in this row; none means the first day of the history. */
    Optional<LocalDate> day(Row row) throws RowRefused;

    Optional<Column> column();

    /** From the first day of the history. */
    record FirstDay() implements EffectiveFrom {
        @Override
        public Optional<LocalDate> day(Row row) {
            return Optional.empty();
        }

        @Override
        public Optional<Column> column() {
            return Optional.empty();
        }
    }

    /** The same day for all. */
    record Fixed(LocalDate day) implements EffectiveFrom {
        @Override
        public Optional<LocalDate> day(Row row) {
            return Optional.of(day);
        }

        @Override
        public Optional<Column> column() {
            return Optional.empty();
        }
    }

    /** As each row says; where it is silent, from the first day of the history. */
    record InColumn(DateRule date) implements EffectiveFrom {
        @Override
        public Optional<LocalDate> day(Row row) throws RowRefused {
            return date.date(row).map(CrmDate::day);
        }

        @Override
        public Optional<Column> column() {
            return Optional.of(date.column());
        }
    }
}
