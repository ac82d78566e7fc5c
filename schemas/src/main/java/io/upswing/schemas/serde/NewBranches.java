package io.upswing.schemas.serde;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Records that a later version of a schema has added to a union. Avro reads such a one as the first record of the reader's
 * union whose fields it can fill, if only with defaults, whatever its name: a kind of change that is new would become a
 * state in which nothing is known.
 */
final class NewBranches {
    private NewBranches() {}

    /** Whether a writer's schema has some, beside the reader's. */
    static boolean any(Schema writer, Schema reader) {
        return any(writer, reader, new HashSet<>());
    }

    private static boolean any(Schema writer, Schema reader, Set<String> seen) {
        return switch (writer.getType()) {
            case UNION ->
                records(writer)
                        .anyMatch(branch -> branch(reader, branch.getFullName())
                                .map(known -> any(branch, known, seen))
                                .orElse(reader.getType() == Schema.Type.UNION));
            case RECORD ->
                reader.getType() == Schema.Type.RECORD
                        && seen.add(writer.getFullName())
                        && reader.getFields().stream().anyMatch(field -> {
                            Schema.Field written = writer.getField(field.name());
                            return written != null && any(written.schema(), field.schema(), seen);
                        });
            default -> false;
        };
    }

    /** The name of the first in a datum, read with its writer's schema. */
    static Optional<String> first(Object datum, Schema reader) {
        if (!(datum instanceof GenericRecord record)) {
            return Optional.empty();
        }
        Optional<Schema> known = branch(reader, record.getSchema().getFullName());
        if (known.isEmpty()) {
            return Optional.of(record.getSchema().getFullName());
        }
        return known.get().getFields().stream()
                .filter(field -> record.hasField(field.name()) && record.get(field.name()) != null)
                .map(field -> first(record.get(field.name()), field.schema()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Schema> branch(Schema reader, String name) {
        return records(reader)
                .filter(schema -> schema.getFullName().equals(name))
                .findFirst();
    }

    /** A schema that is no union is taken for one of itself. */
    private static Stream<Schema> records(Schema schema) {
        List<Schema> branches = schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
        return branches.stream().filter(branch -> branch.getType() == Schema.Type.RECORD);
    }
}
