package io.upswing.producers.rules;

import java.io.Serial;

/** A record of the rules' topic says no rule: for the dead letters; the last good version stays in force. */
public final class InvalidRuleException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidRuleException(String id, String reason) {
        super("rule '%s': %s".formatted(id, reason));
    }
}
