package io.upswing.cli.deadletters;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Csv;
import io.upswing.cli.render.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Dead letters counted by topic and reason, as a table, CSV or JSON. */
public final class LetterCounts {
    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::topic).thenComparing(Kind::reason);

    private final SortedMap<Kind, Count> counts = new TreeMap<>(ORDER);

    private record Kind(String topic, String reason) {}

    private record Count(long letters, Instant first, Instant last) {
        Count and(Count other) {
            return new Count(
                    letters + other.letters,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    private interface Row {
        void take(String topic, String reason, long letters, String first, String last);
    }

    /** Counts one more. */
    public void add(Letter letter) {
        String topic = letter.source().map(Letter.Source::topic).orElse("");
        counts.merge(new Kind(topic, letter.reason()), new Count(1, letter.since(), letter.since()), Count::and);
    }

    /** For people. */
    public Table table() {
        Table table = new Table(List.of(
                Column.text("Topic", 0),
                Column.text("Reason", 0),
                Column.number("Letters", 0),
                Column.text("First", 2),
                Column.text("Last", 1)));
        rows((topic, reason, letters, first, last) ->
                table.row(List.of(Texts.harmless(topic), Texts.harmless(reason), Long.toString(letters), first, last)));
        return table;
    }

    /** With a line of titles. */
    public List<String> csv() {
        List<String> lines = new ArrayList<>(List.of(Csv.line(List.of("topic", "reason", "letters", "first", "last"))));
        rows((topic, reason, letters, first, last) ->
                lines.add(Csv.line(List.of(topic, reason, Long.toString(letters), first, last))));
        return lines;
    }

    /** An array of objects with the fields of the CSV. */
    public ArrayNode json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        rows((topic, reason, letters, first, last) -> all.addObject()
                .put("topic", topic)
                .put("reason", reason)
                .put("letters", letters)
                .put("first", first)
                .put("last", last));
        return all;
    }

    private void rows(Row each) {
        counts.forEach((kind, count) -> each.take(
                kind.topic(),
                kind.reason(),
                count.letters(),
                count.first().truncatedTo(ChronoUnit.SECONDS).toString(),
                count.last().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
}
