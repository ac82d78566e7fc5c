package io.upswing.app.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.schemas.serde.TrustedSchemas;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records of the topics from JSON as {@link AvroJson} writes it. What has a default may be left out. */
public final class JsonAvro {
    private static final int LONGEST_SHOWN = 60;

    static {
        TrustedSchemas.trust();
    }

    private final String path;

    private JsonAvro(String path) {
        this.path = path;
    }

    /**
     * A record.
     *
     * @param path what the document is called in messages
     * @throws WrongJsonException if it is not as the schema says
     */
    public static <T extends SpecificRecord> T read(Class<T> type, JsonNode json, String path) {
        return type.cast(new JsonAvro(path).made(SpecificData.get().getSchema(type), json, List.of()));
    }

    /**
     * One of the records of a union, which a field {@code type} names in kebab-case.
     *
     * @throws WrongJsonException if there is none of that type, or it is not as its schema says
     */
    public static SpecificRecord readTyped(Schema union, JsonNode json, String path) {
        JsonAvro reader = new JsonAvro(path);
        reader.mustBe(json.isObject(), json, "an object with a 'type'");
        String type = json.path("type").asText();
        Schema schema = union.getTypes().stream()
                .filter(branch -> AvroJson.kebab(branch.getName()).equals(type))
                .findFirst()
                .orElseThrow(() -> new JsonAvro(path + ".type")
                        .wrong(
                                json.path("type"),
                                "one of "
                                        + union.getTypes().stream()
                                                .map(branch -> AvroJson.kebab(branch.getName()))
                                                .collect(Collectors.joining(", "))));
        return reader.made(schema, json, List.of("type"));
    }

    private SpecificRecord made(Schema schema, JsonNode json, List<String> besides) {
        mustBe(json.isObject(), json, "an object with " + fields(schema));
        json.fieldNames().forEachRemaining(name -> {
            if (!besides.contains(name) && !hasField(schema, name)) {
                throw new WrongJsonException("there is no " + path + "." + name + ": the fields are " + fields(schema));
            }
        });
        Class<?> type = SpecificData.get().getClass(schema);
        SpecificRecord made = (SpecificRecord) SpecificData.newInstance(type, schema);
        for (Schema.Field field : schema.getFields()) {
            made.put(field.pos(), field(field, json.get(AvroJson.snake(field.name()))));
        }
        return made;
    }

    private @Nullable Object field(Schema.Field field, @Nullable JsonNode json) {
        String name = path + "." + AvroJson.snake(field.name());
        if (json == null && field.hasDefaultValue()) {
            return SpecificData.get().getDefaultValue(field);
        }
        if (json == null) {
            throw new WrongJsonException(
                    name + " is missing: " + wanted(field.schema()) + (field.doc() == null ? "" : ". " + field.doc()));
        }
        return new JsonAvro(name).value(field.schema(), json);
    }

    private @Nullable Object value(Schema schema, JsonNode json) {
        return switch (schema.getType()) {
            case RECORD -> made(schema, json, List.of());
            case UNION -> union(schema, json);
            case ARRAY -> array(schema, json);
            case ENUM -> constant(schema, json);
            case STRING -> {
                mustBe(json.isTextual(), json, wanted(schema));
                yield json.textValue();
            }
            case BOOLEAN -> {
                mustBe(json.isBoolean(), json, wanted(schema));
                yield json.booleanValue();
            }
            case INT -> schema.getLogicalType() == null ? number(schema, json) : parsed(schema, json, LocalDate::parse);
            case LONG -> parsed(schema, json, Instant::parse);
            default -> throw new IllegalStateException(path + " can't be read: " + schema);
        };
    }

    private Object number(Schema schema, JsonNode json) {
        mustBe(json.isIntegralNumber() && json.canConvertToInt(), json, wanted(schema));
        return json.intValue();
    }

    private Object parsed(Schema schema, JsonNode json, Function<String, Object> parse) {
        mustBe(json.isTextual(), json, wanted(schema));
        try {
            return parse.apply(json.textValue());
        } catch (DateTimeException e) {
            throw wrong(json, wanted(schema));
        }
    }

    private @Nullable Object union(Schema schema, JsonNode json) {
        List<Schema> branches = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (json.isNull() && branches.size() < schema.getTypes().size()) {
            return null;
        }
        if (branches.size() == 1) {
            return value(branches.getFirst(), json);
        }
        return branches.stream()
                .filter(branch -> fits(branch, json))
                .findFirst()
                .map(branch -> value(branch, json))
                .orElseThrow(() -> wrong(json, wanted(schema)));
    }

    private static boolean fits(Schema branch, JsonNode json) {
        return json.isObject()
                && json.properties().stream().allMatch(field -> hasField(branch, field.getKey()))
                && branch.getFields().stream()
                        .allMatch(field -> field.hasDefaultValue() || json.has(AvroJson.snake(field.name())));
    }

    private List<@Nullable Object> array(Schema schema, JsonNode json) {
        mustBe(json.isArray(), json, wanted(schema));
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            list.add(new JsonAvro(path + "[" + i + "]").value(schema.getElementType(), json.get(i)));
        }
        return list;
    }

    private Object constant(Schema schema, JsonNode json) {
        return Arrays.stream(SpecificData.get().getClass(schema).getEnumConstants())
                .filter(constant -> AvroJson.kebab(((Enum<?>) constant).name()).equals(json.asText()))
                .findFirst()
                .orElseThrow(() -> wrong(json, wanted(schema)));
    }

    private static boolean hasField(Schema schema, String name) {
        return schema.getFields().stream()
                .anyMatch(field -> AvroJson.snake(field.name()).equals(name));
    }

    private static String fields(Schema schema) {
        return schema.getFields().stream()
                .map(field -> AvroJson.snake(field.name()))
                .collect(Collectors.joining(", "));
    }

    private static String wanted(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> "an object with " + fields(schema);
            case ARRAY -> "a list";
            case ENUM ->
                "one of "
                        + schema.getEnumSymbols().stream().map(AvroJson::kebab).collect(Collectors.joining(", "));
            case BOOLEAN -> "true or false";
            case INT -> schema.getLogicalType() == null ? "a whole number" : "a date such as 2017-12-31";
            case LONG -> "an instant such as 2017-12-31T10:00:00Z";
            case UNION ->
                schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .map(JsonAvro::wanted)
                        .collect(Collectors.joining(", or "));
            default -> "text";
        };
    }

    private void mustBe(boolean right, JsonNode json, String wanted) {
        if (!right) {
            throw wrong(json, wanted);
        }
    }

    private WrongJsonException wrong(JsonNode json, String wanted) {
        if (json.isMissingNode()) {
            return new WrongJsonException(path + " is missing: " + wanted);
        }
        String shown = json.toString();
        String cut = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
        return new WrongJsonException(path + " is " + cut + ": it must be " + wanted);
    }
}
