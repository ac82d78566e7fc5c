package io.upswing.producers.rules;

/**
 * Why a rule is refused.
 *
 * @param file  that it stands in
 * @param line  from 1
 * @param key   the rule's id and the key, such as {@code revenue-floor.floor.limit}; empty: the file itself
 * @param value what stands there, texts in quotes; or {@code missing}
 * @param right what would be right
 */
public record RuleProblem(String file, int line, String key, String value, String right) {
    /** For people: all in one line. */
    public String describe() {
        return "%s:%d: %s is %s; right would be: %s"
                .formatted(file, line, key.isEmpty() ? "the file" : key, value, right);
    }
}
