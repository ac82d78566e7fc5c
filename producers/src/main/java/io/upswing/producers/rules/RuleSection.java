package io.upswing.producers.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One object of a file of rules. It remembers which keys were asked for: any other is refused, as a slip of the pen. */
final class RuleSection {
    private static final int MAX_DECIMALS = 6;
    private static final int SHOWN = 80;

    private final YamlDocument document;
    private final String path;
    private final JsonPointer place;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    private RuleSection(YamlDocument document, String path, JsonPointer place) {
        this.document = document;
        this.path = path;
        this.place = place;
        this.node = document.root().at(place);
    }

    /** The whole file. */
    static RuleSection of(YamlDocument document, String right) {
        RuleSection section = new RuleSection(document, "", JsonPointer.empty());
        section.mustBeObject(right);
        return section;
    }

    int line() {
        return document.line(place);
    }

    boolean has(String key) {
        known.add(key);
        return node.hasNonNull(key);
    }

    /** The sections in a list that must be there; each is named by its id, or by its number. */
    List<RuleSection> sections(String key, String right) {
        JsonNode list = required(key, right);
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(key, right);
        }
        List<RuleSection> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String name =
                    list.get(i).path("id").isTextual() ? list.get(i).path("id").textValue() : "";
            sections.add(new RuleSection(
                    document,
                    RuleLimits.isId(name) ? name : key + "[" + i + "]",
                    place.appendProperty(key).appendIndex(i)));
        }
        return sections;
    }

    void mustBeObject(String right) {
        if (!node.isObject()) {
            throw refused(line(), path, node.isMissingNode() ? "empty" : shown(node), right);
        }
    }

    RuleSection section(String key, String right) {
        JsonNode unused = required(key, right);
        RuleSection section = new RuleSection(document, pathOf(key), place.appendProperty(key));
        section.mustBeObject(right);
        return section;
    }

    Optional<RuleSection> optionalSection(String key, String right) {
        return has(key) ? Optional.of(section(key, right)) : Optional.empty();
    }

    String text(String key, int longest, String right) {
        JsonNode value = required(key, right);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(
                    key,
                    value.isValueNode()
                            ? right + " (a text: in quotes if it looks like a number, or like on or off)"
                            : right);
        }
        String text = value.textValue().strip();
        if (text.length() > longest) {
            throw wrong(key, right + ", of at most " + longest + " characters");
        }
        return text;
    }

    Optional<String> optionalText(String key, int longest, String right) {
        return has(key) ? Optional.of(text(key, longest, right)) : Optional.empty();
    }

    /** Different texts under a key, if there are any. */
    Set<String> texts(String key, String right) {
        Set<String> texts = new LinkedHashSet<>();
        if (!has(key)) {
            return texts;
        }
        JsonNode list = node.get(key);
        if (!list.isArray() || list.isEmpty() || list.size() > RuleLimits.NAMES) {
            throw wrong(key, right);
        }
        for (JsonNode element : list) {
            if (!element.isTextual() || element.textValue().isBlank() || !texts.add(element.textValue())) {
                throw wrong(key, right + " (different texts: in quotes if they look like numbers, or like on or off)");
            }
        }
        return texts;
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!node.get(key).isBoolean()) {
            throw wrong(key, "true or false");
        }
        return node.get(key).booleanValue();
    }

    int whole(String key, int from, int to) {
        String right = "a whole number from %d to %d".formatted(from, to);
        JsonNode value = required(key, right);
        if (!value.isInt() || value.intValue() < from || value.intValue() > to) {
            throw wrong(key, right);
        }
        return value.intValue();
    }

    int whole(String key, int from, int to, int otherwise) {
        return has(key) ? whole(key, from, to) : otherwise;
    }

    /** A number with at most 6 decimals. */
    BigDecimal decimal(String key, BigDecimal from, BigDecimal to, String what) {
        String right = "%s from %s to %s".formatted(what, from.toPlainString(), to.toPlainString());
        JsonNode value = required(key, right);
        if (!value.isNumber()) {
            throw wrong(key, right);
        }
        BigDecimal number = Decimals.normal(value.decimalValue());
        if (number.compareTo(from) < 0 || number.compareTo(to) > 0 || number.scale() > MAX_DECIMALS) {
            throw wrong(key, right);
        }
        return number;
    }

    BigDecimal decimal(String key, BigDecimal from, BigDecimal to, String what, BigDecimal otherwise) {
        return has(key) ? decimal(key, from, to, what) : otherwise;
    }

    /** Refuses keys that nobody asked for. */
    void finish() {
        for (String key : (Iterable<String>) node::fieldNames) {
            if (!known.contains(key)) {
                throw wrong(key, "no such key here, but " + String.join(", ", known));
            }
        }
    }

    RuleRefusedException wrong(String key, String right) {
        return refused(
                document.line(place.appendProperty(key)),
                pathOf(key),
                node.has(key) ? shown(node.get(key)) : "missing",
                right);
    }

    private JsonNode required(String key, String right) {
        if (!has(key)) {
            throw refused(line(), pathOf(key), "missing", right);
        }
        return node.get(key);
    }

    private RuleRefusedException refused(int line, String key, String value, String right) {
        return new RuleRefusedException(new RuleProblem(document.file(), line, key, value, right));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? "'" + value.textValue().strip() + "'" : value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
