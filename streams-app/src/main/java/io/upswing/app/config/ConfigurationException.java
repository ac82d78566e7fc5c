package io.upswing.app.config;

import java.util.List;

/** A configuration that can't be used, with everything that is wrong with it. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** @param problems one line each, for a person; at least one */
    public ConfigurationException(List<String> problems) {
        super("the configuration can't be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, for a person: key, value, source, and what would be right. */
    public List<String> problems() {
        return problems;
    }
}
