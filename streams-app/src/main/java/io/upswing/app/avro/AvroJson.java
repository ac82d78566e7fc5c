package io.upswing.app.avro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Any record of the topics as JSON: fields in snake case, constants in kebab-case, dates and instants as ISO text, a union as
 * what it holds, nothing as null. A number that comes out even has no decimals.
 */
public final class AvroJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONG_DIGITS = 18;
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private AvroJson() {}

    /** A record with all its fields, in the order of the schema. */
    public static ObjectNode of(SpecificRecord made) {
        ObjectNode document = NODES.objectNode();
        for (Schema.Field field : made.getSchema().getFields()) {
            document.set(snake(field.name()), value(made.get(field.pos())));
        }
        return document;
    }

    /** {@code checkInEvery} as {@code check_in_every}. */
    static String snake(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** {@code PlanDraft} as {@code plan-draft}, {@code CALL_REVIEW} as {@code call-review}. */
    static String kebab(String name) {
        return HUMP.matcher(name).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case SpecificRecord made -> of(made);
            case Collection<?> list -> list(list);
            case Enum<?> constant -> NODES.textNode(kebab(constant.name()));
            case LocalDate date -> NODES.textNode(date.toString());
            case Instant instant -> NODES.textNode(instant.toString());
            case CharSequence text -> NODES.textNode(text.toString());
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> decimal(number);
            case Boolean flag -> NODES.booleanNode(flag);
            default -> throw new IllegalArgumentException("no way to write " + value.getClass());
        };
    }

    private static ArrayNode list(Collection<?> list) {
        ArrayNode array = NODES.arrayNode();
        list.forEach(element -> array.add(value(element)));
        return array;
    }

    private static JsonNode decimal(double number) {
        if (!Double.isFinite(number)) {
            return NODES.nullNode();
        }
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.scale() <= 0 && exact.precision() - exact.scale() <= LONG_DIGITS
                ? NODES.numberNode(exact.longValueExact())
                : NODES.numberNode(exact);
    }
}
