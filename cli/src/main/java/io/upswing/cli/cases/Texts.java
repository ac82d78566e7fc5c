package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.render.Numbers;
import java.math.BigDecimal;
import java.util.Optional;

/** Fields of answers as text. */
final class Texts {
    private static final String NONE = "–";

    private Texts() {}

    /** A field, or a dash. */
    static String of(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? NONE : value.asText();
    }

    /** The rep's name and id, or the id alone. */
    static String rep(JsonNode row) {
        String id = row.path("rep").asText();
        return row.path("rep_name").isTextual() ? row.path("rep_name").asText() + " (" + id + ")" : id;
    }

    /** A value of a KPI in its unit, money in whole units. */
    static String value(JsonNode goal, String field, String currency) {
        if (!goal.path(field).isNumber()) {
            return NONE;
        }
        String unit = goal.path("unit").asText();
        BigDecimal value = goal.path(field).decimalValue().movePointLeft(KpiUnits.digits(unit, currency));
        return switch (unit) {
            case "money", "count" -> Numbers.whole(Optional.of(value));
            case "ratio" -> Numbers.percent(Optional.of(value));
            default -> Numbers.oneDecimal(Optional.of(value));
        };
    }

    /** A share as percent. */
    static String percent(JsonNode node, String field) {
        return node.path(field).isNumber()
                ? Numbers.percent(Optional.of(node.path(field).decimalValue()))
                : NONE;
    }
}
