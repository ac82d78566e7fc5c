package io.upswing.producers.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Rules as files would say them. */
final class WrittenRules {
    private static final RuleFiles FILES = new RuleFiles(Units.USUAL, new CelConditions());

    private WrittenRules() {}

    /** Rules on working days without an activity; each is written as {@code id days further keys}. */
    static List<WrittenRule> of(String... rules) {
        StringBuilder yaml = new StringBuilder("rules:\n");
        for (String rule : rules) {
            String[] words = rule.split(" ", 3);
            yaml.append(
                    "  - {id: %s, title: Silent, because: it is, severity: notice, no-activity: {working-days: %s}%s}\n"
                            .formatted(words[0], words[1], words.length > 2 ? ", " + words[2] : ""));
        }
        RuleFiles.Result result = FILES.read("team.yaml", yaml.toString().getBytes(UTF_8));
        if (!result.problems().isEmpty()) {
            throw new IllegalArgumentException(result.problems().toString());
        }
        return result.rules();
    }
}
