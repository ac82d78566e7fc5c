package io.upswing.producers.csv;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mapping's section on reps. */
record RepMapping(
        String file,
        IdRule id,
        Optional<IdRule> team,
        Optional<IdRule> region,
        Optional<DateRule> hired,
        EffectiveFrom effectiveFrom) {

    List<Column> columns() {
        return Stream.of(
                        id.columns(),
                        team.stream().flatMap(IdRule::columns),
                        region.stream().flatMap(IdRule::columns),
                        hired.stream().map(DateRule::column),
                        effectiveFrom.column().stream())
                .flatMap(columns -> columns)
                .toList();
    }
}
