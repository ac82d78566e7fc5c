package io.upswing.embedded.registry;

import java.util.OptionalInt;

/**
 * A schema as a client hands it in.
 *
 * @param text the schema and its references
 * @param id the id it has in another registry; for subjects in mode IMPORT only
 * @param version the version it has there; likewise
 */
public record SchemaRequest(SchemaText text, OptionalInt id, OptionalInt version) {

    /** A schema without an id from elsewhere. */
    public static SchemaRequest of(SchemaText text) {
        return new SchemaRequest(text, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * Checks what the type and text of a request must be.
     *
     * @param schemaType {@code AVRO}, or empty
     * @throws Refusal 42201 for another type, or no text at all
     */
    public static void check(String schemaType, String schema) {
        if (!schemaType.isEmpty() && !schemaType.equals("AVRO")) {
            throw Refusal.invalidSchema("this registry keeps AVRO, not " + schemaType);
        }
        if (schema.isBlank()) {
            throw Refusal.invalidSchema("it is empty");
        }
    }
}
