package io.upswing.producers.rules;

import io.upswing.core.issues.Rule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule as a file says it: without a version, which it gets when it is published.
 *
 * @param rule      version and effective day are 0
 * @param effective the day from which it is to be in force; empty: as soon as may be
 * @param enabled   whether it is to be in force at all
 * @param file      that it stands in
 * @param line      where it begins, from 1
 */
public record WrittenRule(Rule rule, Optional<LocalDate> effective, boolean enabled, String file, int line) {
    /** The rule's id. */
    public String id() {
        return rule.id();
    }
}
