package io.upswing.embedded.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Avro texts with references: parsed, and brought into the one form in which they are stored and compared. */
final class AvroSchemas {
    private final RegistryState state;

    AvroSchemas(RegistryState state) {
        this.state = state;
    }

    /** A parsed schema and the text under which it is stored. */
    record Parsed(Schema schema, SchemaText text) {}

    /** @throws Refusal 42201 when the text is no Avro schema, or refers to what isn't there */
    Parsed parse(SchemaText text) {
        List<Reference> references =
                text.references().stream().map(this::numbered).toList();
        Schema.Parser parser = new Schema.Parser();
        try {
            addReferenced(references, parser, new HashSet<>());
            List<Schema> referenced = List.copyOf(parser.getTypes().values());
            Schema schema = parser.parse(text.schema());
            return new Parsed(schema, new SchemaText(canonical(schema, referenced), references));
        } catch (AvroRuntimeException e) {
            throw Refusal.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    /** Referenced types stay names: written out they would clash with the references when a client parses both. */
    @SuppressWarnings("deprecation") // Avro has no other way to leave types out of a schema's text
    private static String canonical(Schema schema, List<Schema> referenced) {
        return schema.toString(referenced, false);
    }

    /** The schema of a stored version. */
    Schema parse(SchemaVersion version) {
        Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
        addReferenced(version.text().references(), parser, new HashSet<>());
        return parser.parse(version.text().schema());
    }

    private Reference numbered(Reference reference) {
        return new Reference(
                reference.name(), reference.subject(), find(reference).version());
    }

    private void addReferenced(List<Reference> references, Schema.Parser parser, Set<String> done) {
        for (Reference reference : references) {
            SchemaVersion version = find(reference);
            if (done.add(version.subject() + "/" + version.version())) {
                addReferenced(version.text().references(), parser, done);
                parser.parse(version.text().schema());
            }
        }
    }

    private SchemaVersion find(Reference reference) {
        boolean latest = reference.version() == VersionNumber.LATEST;
        return state.versions(reference.subject(), !latest).stream()
                .filter(v -> latest || v.version() == reference.version())
                .reduce((first, second) -> second)
                .orElseThrow(() -> Refusal.invalidSchema("no schema reference found for subject \""
                        + reference.subject() + "\" and version " + reference.version()));
    }
}
