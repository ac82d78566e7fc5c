package io.upswing.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Changes as Confluent's registry keeps them in its topic: JSON keys and values, a null value for what is gone. The
 * order of a key's fields is part of the format, since compaction compares bytes.
 */
final class LogFormat {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AVRO = "AVRO";
    private static final int PARTITION = 0;

    private LogFormat() {}

    /** The record that says this change. */
    static ProducerRecord<byte[], byte[]> write(String topic, Change change) {
        return switch (change) {
            case Change.SchemaStored(SchemaVersion s) ->
                record(topic, schemaKey(s.subject(), s.version()), schemaValue(s));
            case Change.SchemaErased(String subject, int version) -> record(topic, schemaKey(subject, version), null);
            case Change.SubjectDeleted(String subject, int upTo) ->
                record(
                        topic,
                        key("DELETE_SUBJECT", subject),
                        JSON.createObjectNode().put("subject", subject).put("version", upTo));
            case Change.LevelSet(String scope, CompatibilityLevel level) ->
                record(topic, key("CONFIG", scope), JSON.createObjectNode().put("compatibilityLevel", level.name()));
            case Change.LevelCleared(String scope) -> record(topic, key("CONFIG", scope), null);
            case Change.ModeSet(String scope, Mode mode) ->
                record(topic, key("MODE", scope), JSON.createObjectNode().put("mode", mode.name()));
            case Change.ModeCleared(String scope) -> record(topic, key("MODE", scope), null);
        };
    }

    /** The change that a record says; empty for kinds that this registry does not keep. */
    static Optional<Change> read(ConsumerRecord<byte[], byte[]> record) {
        JsonNode key = parse(record.key());
        Optional<JsonNode> value = Optional.ofNullable(record.value()).map(LogFormat::parse);
        String scope = text(key, "subject");
        return switch (text(key, "keytype")) {
            case "SCHEMA" -> value.isPresent() ? stored(value.get()) : erased(key);
            case "DELETE_SUBJECT" ->
                value.map(
                        v -> new Change.SubjectDeleted(scope, v.path("version").asInt()));
            case "CONFIG" ->
                value.isPresent() ? level(scope, value.get()) : Optional.of(new Change.LevelCleared(scope));
            case "MODE" -> value.isPresent() ? mode(scope, value.get()) : Optional.of(new Change.ModeCleared(scope));
            default -> Optional.empty();
        };
    }

    private static ObjectNode schemaKey(String subject, int version) {
        return JSON.createObjectNode()
                .put("keytype", "SCHEMA")
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1);
    }

    private static ObjectNode key(String type, String scope) {
        ObjectNode key = JSON.createObjectNode().put("keytype", type);
        if (scope.equals(Subjects.GLOBAL)) {
            key.putNull("subject");
        } else {
            key.put("subject", scope);
        }
        return key.put("magic", 0);
    }

    private static ObjectNode schemaValue(SchemaVersion schema) {
        ObjectNode value = JSON.createObjectNode()
                .put("subject", schema.subject())
                .put("version", schema.version())
                .put("id", schema.id());
        if (!schema.text().references().isEmpty()) {
            ArrayNode references = value.putArray("references");
            for (Reference reference : schema.text().references()) {
                references
                        .addObject()
                        .put("name", reference.name())
                        .put("subject", reference.subject())
                        .put("version", reference.version());
            }
        }
        return value.put("schema", schema.text().schema()).put("deleted", schema.deleted());
    }

    private static Optional<Change> stored(JsonNode value) {
        if (value.hasNonNull("schemaType") && !text(value, "schemaType").equals(AVRO)) {
            return Optional.empty();
        }
        List<Reference> references = new ArrayList<>();
        for (JsonNode r : value.path("references")) {
            references.add(new Reference(
                    text(r, "name"), text(r, "subject"), r.path("version").asInt()));
        }
        return Optional.of(new Change.SchemaStored(new SchemaVersion(
                text(value, "subject"),
                value.path("version").asInt(),
                value.path("id").asInt(),
                new SchemaText(text(value, "schema"), references),
                value.path("deleted").asBoolean())));
    }

    private static Optional<Change> erased(JsonNode key) {
        return Optional.of(new Change.SchemaErased(
                text(key, "subject"), key.path("version").asInt()));
    }

    private static Optional<Change> level(String scope, JsonNode value) {
        return CompatibilityLevel.named(text(value, "compatibilityLevel")).map(l -> new Change.LevelSet(scope, l));
    }

    private static Optional<Change> mode(String scope, JsonNode value) {
        return Mode.named(text(value, "mode")).map(m -> new Change.ModeSet(scope, m));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, ObjectNode key, @Nullable ObjectNode value) {
        return new ProducerRecord<>(topic, PARTITION, bytes(key), value == null ? null : bytes(value));
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the registry's topic holds what is no JSON", e);
        }
    }
}
