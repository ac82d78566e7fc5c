package io.upswing.producers.csv;

import io.upswing.schemas.QuotaPeriod;
import java.util.Optional;

/** How long the period of a quota is. */
sealed interface PeriodRule {
    /** The period in this row. */
    QuotaPeriod period(Row row) throws RowRefused;

    Optional<Column> column();

    /** The same for all. */
    record Fixed(QuotaPeriod period) implements PeriodRule {
        @Override
        public QuotaPeriod period(Row row) {
            return period;
        }

        @Override
        public Optional<Column> column() {
            return Optional.empty();
        }
    }

    /** As each row says. */
    record InColumn(WordRule<QuotaPeriod> words) implements PeriodRule {
        @Override
        public QuotaPeriod period(Row row) throws RowRefused {
            return words.required(row).meaning();
        }

        @Override
        public Optional<Column> column() {
            return Optional.of(words.column());
        }
    }
}
