package io.upswing.producers.csv;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mapping's section on activities. */
record ActivityMapping(
        String file,
        IdRule id,
        Optional<IdRule> owner,
        WordRule<ActivityKind> kind,
        Optional<WordRule<ActivityStatus>> status,
        DateRule happened,
        Optional<DateRule> logged,
        Optional<IdRule> deal,
        Optional<IdRule> lead,
        Optional<WordRule<ActivityChannel>> channel,
        Optional<VersionRule> version) {

    List<Column> columns() {
        return Stream.of(
                        id.columns(),
                        Stream.of(owner, deal, lead).flatMap(Optional::stream).flatMap(IdRule::columns),
                        Stream.of(kind.column(), happened.column()),
                        status.stream().map(WordRule::column),
                        logged.stream().map(DateRule::column),
                        channel.stream().map(WordRule::column),
                        version.stream().map(VersionRule::column))
                .flatMap(columns -> columns)
                .toList();
    }
}
