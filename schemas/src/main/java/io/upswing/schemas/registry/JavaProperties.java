package io.upswing.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** What Java adds to a schema for its own classes, and other languages know nothing of. */
public final class JavaProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PROPERTIES =
            Set.of("avro.java.string", "java-class", "java-element-class", "java-key-class");

    private JavaProperties() {}

    /** The same schema without them: what is registered, so that all languages register the same. */
    public static Schema strip(Schema schema) {
        try {
            JsonNode json = JSON.readTree(schema.toString());
            strip(json);
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote a schema that is not JSON", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(PROPERTIES);
        }
        node.properties().forEach(child -> {
            // A default is data: a map in it may have any key.
            if (!child.getKey().equals("default")) {
                strip(child.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(JavaProperties::strip);
        }
    }
}
