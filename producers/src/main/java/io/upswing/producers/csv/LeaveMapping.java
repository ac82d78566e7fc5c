package io.upswing.producers.csv;

import java.util.List;
import java.util.stream.Stream;

/** Where the mapping's reps have their leaves. */
record LeaveMapping(String file, IdRule rep, DateRule from, DateRule to) {
    List<Column> columns() {
        return Stream.concat(rep.columns(), Stream.of(from.column(), to.column()))
                .toList();
    }
}
