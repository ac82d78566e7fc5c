package io.upswing.producers.rules;

import io.upswing.core.issues.Scope;

/** Makes the test of a condition from its source. */
@FunctionalInterface
public interface ConditionCompiler {
    /**
     * Compiles a condition.
     *
     * @throws WrongConditionException if it is none, with the place and the reason
     */
    Scope.Condition compile(String source);
}
