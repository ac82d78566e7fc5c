package io.upswing.producers.csv;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One object of the mapping file. It remembers which keys were asked for: any other is refused, as a slip of the pen. */
final class YamlSection {
    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    YamlSection(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw complaint(path.isEmpty() ? "the file" : path, shown(node), "keys with values");
        }
    }

    String file() {
        return file;
    }

    boolean has(String key) {
        known.add(key);
        return node.hasNonNull(key);
    }

    boolean isSection(String key) {
        return has(key) && node.get(key).isObject();
    }

    /** The text under a key that must be there; {@code right} says what would be right. */
    String text(String key, String right) {
        if (!has(key)) {
            throw missing(key, right);
        }
        JsonNode value = node.get(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(key, value.isValueNode() ? right + " (a text: in quotes if it looks like a number)" : right);
        }
        return value.textValue();
    }

    Optional<String> optionalText(String key, String right) {
        return has(key) ? Optional.of(text(key, right)) : Optional.empty();
    }

    /** The text under a key, be it a blank. */
    Optional<String> optionalMark(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = node.get(key);
        if (!value.isTextual()) {
            throw wrong(key, "a mark in quotes");
        }
        return Optional.of(value.textValue());
    }

    int number(String key, int from, int to) {
        String right = "a whole number from %d to %d".formatted(from, to);
        if (!has(key)) {
            throw missing(key, right);
        }
        JsonNode value = node.get(key);
        if (!value.isInt() || value.intValue() < from || value.intValue() > to) {
            throw wrong(key, right);
        }
        return value.intValue();
    }

    /** The texts under a key: a list, or one alone. */
    List<String> texts(String key, String right) {
        if (!has(key)) {
            throw missing(key, right);
        }
        JsonNode value = node.get(key);
        if (!value.isArray()) {
            return List.of(text(key, right));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual() || element.textValue().isBlank()) {
                throw wrong(key, right + " (texts: in quotes if they look like numbers)");
            }
            texts.add(element.textValue());
        }
        if (texts.isEmpty()) {
            throw wrong(key, right);
        }
        return List.copyOf(texts);
    }

    YamlSection section(String key, String right) {
        if (!has(key)) {
            throw missing(key, right);
        }
        if (!node.get(key).isObject()) {
            throw wrong(key, right);
        }
        return new YamlSection(file, pathOf(key), node.get(key));
    }

    Optional<YamlSection> optionalSection(String key, String right) {
        return has(key) ? Optional.of(section(key, right)) : Optional.empty();
    }

    /** Refuses keys that nobody asked for. */
    void finish() {
        for (String key : (Iterable<String>) node::fieldNames) {
            if (!known.contains(key)) {
                throw complaint(pathOf(key), shown(node.get(key)), "no such key here, but " + String.join(", ", known));
            }
        }
    }

    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    MappingException wrong(String key, String right) {
        return complaint(pathOf(key), shown(node.get(key)), right);
    }

    MappingException missing(String key, String right) {
        return complaint(pathOf(key), "missing", right);
    }

    private MappingException complaint(String key, String value, String right) {
        return new MappingException(file, key, value, right);
    }

    private static String shown(JsonNode value) {
        return value.isTextual() ? "'" + value.textValue() + "'" : value.toString();
    }
}
