package io.upswing.cli.deadletters;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Csv;
import io.upswing.cli.render.Table;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dead letters one by one, as a table, CSV or JSON. */
public final class LetterList {
    private static final int SHOWN = 60;
    private static final List<String> FIELDS = List.of(
            "place", "since", "topic", "partition", "offset", "key", "reason", "again_at", "resent_from", "detail");

    private final List<Letter> letters;
    private final Returns returns;

    /** @param letters in the order in which they are shown */
    public LetterList(List<Letter> letters, Returns returns) {
        this.letters = List.copyOf(letters);
        this.returns = returns;
    }

    /** For people. */
    public Table table() {
        Table table = new Table(List.of(
                Column.text("Place", 0),
                Column.text("Since", 3),
                Column.text("Stands at", 2),
                Column.text("Key", 1),
                Column.text("Reason", 0),
                Column.text("Again", 4),
                Column.text("Detail", 5)));
        for (Letter letter : letters) {
            table.row(List.of(
                    letter.place().toString(),
                    since(letter),
                    letter.source()
                            .map(Letter.Source::toString)
                            .map(Texts::harmless)
                            .orElse("–"),
                    Texts.shortened(Texts.shown(letter.key()), SHOWN / 2),
                    Texts.harmless(letter.reason()),
                    returns.of(letter).map(at -> "at " + at).orElse(""),
                    Texts.shortened(Texts.harmless(letter.detail()), SHOWN)));
        }
        return table;
    }

    /** With a line of titles. */
    public List<String> csv() {
        List<String> lines = new ArrayList<>(List.of(Csv.line(FIELDS)));
        for (Letter letter : letters) {
            Optional<Place> source = letter.source().map(Letter.Source::place);
            lines.add(Csv.line(List.of(
                    letter.place().toString(),
                    since(letter),
                    topic(letter),
                    source.map(Place::partition).map(Object::toString).orElse(""),
                    source.map(Place::offset).map(Object::toString).orElse(""),
                    Texts.shown(letter.key()),
                    letter.reason(),
                    returns.of(letter).map(Place::toString).orElse(""),
                    letter.resentFrom().map(Place::toString).orElse(""),
                    Texts.harmless(letter.detail()))));
        }
        return lines;
    }

    /** An array of objects with the fields of the CSV; what is not there is null. */
    public ArrayNode json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Letter letter : letters) {
            Optional<Place> source = letter.source().map(Letter.Source::place);
            ObjectNode one = all.addObject();
            one.put("place", letter.place().toString());
            one.put("since", since(letter));
            one.put("topic", letter.source().map(Letter.Source::topic).orElse(null));
            one.put("partition", source.map(Place::partition).orElse(null));
            one.put("offset", source.map(Place::offset).orElse(null));
            one.put("key", Optional.ofNullable(letter.key()).map(Texts::shown).orElse(null));
            one.put("reason", letter.reason());
            one.put("again_at", returns.of(letter).map(Place::toString).orElse(null));
            one.put("resent_from", letter.resentFrom().map(Place::toString).orElse(null));
            one.put("detail", letter.detail());
        }
        return all;
    }

    private static String since(Letter letter) {
        return letter.since().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String topic(Letter letter) {
        return letter.source().map(Letter.Source::topic).orElse("");
    }
}
