package io.upswing.core.rep;

import io.upswing.core.evaluation.Evaluation;

/** Looks at a rep's evidence at the close of a day. */
@FunctionalInterface
public interface Evaluator {
    void evaluate(Evaluation evaluation);
}
