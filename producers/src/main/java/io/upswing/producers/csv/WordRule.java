package io.upswing.producers.csv;

import java.util.Map;
import java.util.Optional;

/**
 * A column with words of the CRM, and what each means. A word that no list has is refused.
 *
 * @param what they are about, for complaints
 * @param meaning upper and lower case as in the export
 */
record WordRule<E extends Enum<E>>(String what, Column column, Map<String, E> meaning) {
    /** A word and what it means. */
    record Word<E>(String text, E meaning) {}

    /** The word in this row; none if the column is empty. */
    Optional<Word<E>> word(Row row) throws RowRefused {
        Optional<String> text = row.value(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        E known = Optional.ofNullable(meaning.get(text.get()))
                .orElseThrow(() -> new RowRefused(
                        column.name(),
                        text.get(),
                        "is a %s that the mapping doesn't know: %s".formatted(what, String.join(", ", words()))));
        return Optional.of(new Word<>(text.get(), known));
    }

    /** The word in this row, which must have one. */
    Word<E> required(Row row) throws RowRefused {
        return word(row).orElseThrow(() -> new RowRefused(column.name(), "", "is missing: no " + what));
    }

    private Iterable<String> words() {
        return meaning.keySet();
    }
}
