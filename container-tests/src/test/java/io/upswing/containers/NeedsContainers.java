package io.upswing.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs with {@code UPSWING_CONTAINERS=required} only: then a machine without an engine or the images fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsContainers.Condition.class)
@interface NeedsContainers {
    /** Says so on the console too, where Maven keeps the reason of a skipped test to itself. */
    final class Condition implements ExecutionCondition {
        private static final String VARIABLE = "UPSWING_CONTAINERS";
        private static final String REQUIRED = "required";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String value = System.getenv(VARIABLE);
            if (REQUIRED.equals(value)) {
                return ConditionEvaluationResult.enabled(VARIABLE + " is " + REQUIRED);
            }
            String reason =
                    "container tests are skipped, since %s is not %s: docker/check runs them, with images made before"
                            .formatted(VARIABLE, REQUIRED);
            if (context.getTestMethod().isEmpty()) {
                System.out.println(reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
