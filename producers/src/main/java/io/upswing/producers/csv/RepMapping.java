package io.upswing.producers.csv;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mapping's section on reps. Its leaves lie in a file of their own. */
record RepMapping(
        String file,
        IdRule id,
        Optional<IdRule> team,
        Optional<IdRule> region,
        Optional<DateRule> hired,
        Optional<Column> role,
        EffectiveFrom effectiveFrom,
        Optional<LeaveMapping> leaves,
        Optional<VersionRule> version) {

    List<Column> columns() {
        return Stream.of(
                        id.columns(),
                        team.stream().flatMap(IdRule::columns),
                        region.stream().flatMap(IdRule::columns),
                        hired.stream().map(DateRule::column),
                        role.stream(),
                        effectiveFrom.column().stream(),
                        version.stream().map(VersionRule::column))
                .flatMap(columns -> columns)
                .toList();
    }
}
