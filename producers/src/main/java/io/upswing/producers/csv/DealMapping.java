package io.upswing.producers.csv;

import io.upswing.schemas.DealStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mapping's section on deals. */
record DealMapping(
        String file,
        IdRule id,
        Optional<IdRule> owner,
        WordRule<DealStatus> stage,
        Optional<AmountRule> amount,
        DateRule created,
        DateRule closed,
        Optional<DateRule> expectedClose,
        Optional<VersionRule> version) {

    List<Column> columns() {
        return Stream.of(
                        id.columns(),
                        owner.stream().flatMap(IdRule::columns),
                        Stream.of(stage.column(), created.column(), closed.column()),
                        amount.stream().map(AmountRule::column),
                        amount.stream().flatMap(rule -> rule.currency().stream()),
                        expectedClose.stream().map(DateRule::column),
                        version.stream().map(VersionRule::column))
                .flatMap(columns -> columns)
                .toList();
    }
}
