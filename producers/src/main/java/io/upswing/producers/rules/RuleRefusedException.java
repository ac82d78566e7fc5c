package io.upswing.producers.rules;

import java.io.Serial;

/** One thing in a file of rules is wrong; caught where problems are gathered. */
final class RuleRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RuleProblem problem; // problems are no serializable classes

    RuleRefusedException(RuleProblem problem) {
        super(problem.describe());
        this.problem = problem;
    }

    RuleProblem problem() {
        return problem;
    }
}
