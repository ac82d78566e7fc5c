package io.upswing.producers.csv;

import io.upswing.schemas.DealStatus;
import java.util.Map;
import java.util.Optional;

/** A column with the stages in the CRM's words, and what each means. */
record StageRule(Column column, Map<String, DealStatus> meaning) {
    /** A stage and what it means. */
    record Stage(String name, DealStatus status) {}

    Stage stage(Row row) throws RowRefused {
        String name = row.value(column).orElseThrow(() -> new RowRefused(column.name(), "", "is missing: no stage"));
        DealStatus status = Optional.ofNullable(meaning.get(name))
                .orElseThrow(() -> new RowRefused(
                        column.name(),
                        name,
                        "is a stage that the mapping doesn't know: " + String.join(", ", names())));
        return new Stage(name, status);
    }

    private Iterable<String> names() {
        return meaning.keySet();
    }
}
