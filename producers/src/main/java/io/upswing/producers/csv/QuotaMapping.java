package io.upswing.producers.csv;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mapping's section on quotas. */
record QuotaMapping(
        String file,
        IdRule rep,
        PeriodRule period,
        DateRule periodStart,
        Optional<DateRule> effectiveFrom,
        AmountRule amount,
        Optional<VersionRule> version) {

    List<Column> columns() {
        return Stream.of(
                        rep.columns(),
                        period.column().stream(),
                        Stream.of(periodStart.column(), amount.column()),
                        effectiveFrom.stream().map(DateRule::column),
                        version.stream().map(VersionRule::column))
                .flatMap(columns -> columns)
                .toList();
    }
}
