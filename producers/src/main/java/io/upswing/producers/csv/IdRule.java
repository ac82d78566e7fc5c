package io.upswing.producers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the id of a deal, activity, rep, team and so on comes from. */
sealed interface IdRule {
    /** The id in this row; none if the columns are empty. */
    Optional<String> id(Row row) throws RowRefused;

    /** The columns that make the id. */
    List<Column> of();

    /** The column with what it is called, if the mapping gives one. */
    Optional<Column> name();

    /** All columns it reads. */
    default Stream<Column> columns() {
        return Stream.concat(of().stream(), name().stream());
    }

    /** Whether ids are derived by a keyed hash. */
    boolean derived();

    /** Whether both make the same id of the same values. */
    default boolean meets(IdRule other) {
        return derived() == other.derived() && of().size() == other.of().size();
    }

    /** The id as it stands in a column. */
    record Taken(Column column, Optional<Column> name) implements IdRule {
        @Override
        public Optional<String> id(Row row) throws RowRefused {
            return row.value(column);
        }

        @Override
        public List<Column> of() {
            return List.of(column);
        }

        @Override
        public boolean derived() {
            return false;
        }
    }

    /** The id as a keyed hash of some columns. */
    record Derived(IdKind kind, KeyedHash hash, List<Column> of, Optional<Column> name) implements IdRule {
        @Override
        public Optional<String> id(Row row) throws RowRefused {
            List<String> values = new ArrayList<>();
            for (Column column : of) {
                values.add(row.value(column).orElse(""));
            }
            return values.stream().allMatch(String::isEmpty) ? Optional.empty() : Optional.of(hash.id(kind, values));
        }

        @Override
        public boolean derived() {
            return true;
        }
    }
}
