package io.upswing.cli.rules;

import io.upswing.producers.rules.RuleKeys;
import io.upswing.producers.rules.RulePlan;
import io.upswing.producers.rules.RulePlan.Step;
import io.upswing.schemas.RuleEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What publishing does, or would do, rule by rule. */
public final class PlanReport {
    private final RulePlan plan;
    private final RuleKeys keys;

    /** @param keys with the units of the organization */
    public PlanReport(RulePlan plan, RuleKeys keys) {
        this.plan = plan;
        this.keys = keys;
    }

    /** A line for each rule, and under a changed one a line for each key that differs. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Step step : plan.steps()) {
            lines.add("%-9s  %s".formatted(step.kind().name().toLowerCase(Locale.ROOT), step.id()) + tail(step));
            if (step.kind() == RulePlan.Kind.CHANGED) {
                keys.differences(step.before().orElseThrow(), step.publish().orElseThrow())
                        .forEach(difference -> lines.add("             " + difference));
            }
        }
        return List.copyOf(lines);
    }

    private static String tail(Step step) {
        return switch (step.kind()) {
            case NEW, CHANGED, RETIRED ->
                step.publish()
                        .map(event -> version(event) + " from " + event.getEffective())
                        .orElse("");
            case UNCHANGED -> step.before().map(PlanReport::version).orElse("");
            case MISSING -> step.before().map(PlanReport::version).orElse("") + ", not in the files: stays as it is";
            case OFF -> ", not enabled";
        };
    }

    private static String version(RuleEvent event) {
        return ", version " + event.getVersion();
    }
}
