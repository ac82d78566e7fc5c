package io.upswing.embedded.registry;

import java.util.List;

/**
 * What makes two schemas the same schema, and so gives them the same id: the text and what it refers to.
 *
 * @param schema Avro JSON
 * @param references the schemas that hold types which the text only names
 */
public record SchemaText(String schema, List<Reference> references) {

    /** Takes a copy of the references. */
    public SchemaText {
        references = List.copyOf(references);
    }
}
