package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What rides along with a history: further records of its days, published like its own. */
@FunctionalInterface
public interface Supplement {
    /** Nothing. */
    Supplement NONE = day -> Stream.empty();

    /**
     * What is told on a day, in the order in which it is published, after the history's own records of that day. The same
     * day gives the same records whenever it is asked.
     */
    Stream<ImportRecord> records(LocalDate day);

    /** Several in one: a day's records of the first, then those of the next. */
    static Supplement of(Supplement... parts) {
        List<Supplement> all = List.copyOf(Arrays.asList(parts));
        return day -> all.stream().flatMap(part -> part.records(day));
    }
}
