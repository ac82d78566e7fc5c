package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Plans for people. */
public final class PlanPages {
    private PlanPages() {}

    /** A row for each plan, and a line for each goal. */
    public static Table list(JsonNode answer) {
        Table table = new Table(List.of(
                Column.text("Rep", 0),
                Column.text("Plan", 0),
                Column.text("Status", 0),
                Column.text("Deadline", 1),
                Column.number("Days left", 2),
                Column.text("Pace", 0),
                Column.number("Actions", 3),
                Column.text("Next check-in", 4)));
        String currency = answer.path("currency").asText();
        answer.path("plans").forEach(plan -> {
            table.row(List.of(
                    Texts.rep(plan),
                    Texts.of(plan, "plan"),
                    status(plan),
                    Texts.of(plan, "deadline"),
                    Texts.of(plan, "days_left"),
                    Texts.of(plan, "pace"),
                    Texts.of(plan, "actions_done") + "/" + Texts.of(plan, "actions"),
                    Texts.of(plan, "next_check_in")));
            plan.path("goals").forEach(goal -> table.heading("    " + goal(goal, currency)));
        });
        return table;
    }

    private static String status(JsonNode plan) {
        return Texts.of(plan, "status") + (plan.path("outcome").isTextual() ? ", " + Texts.of(plan, "outcome") : "");
    }

    private static String goal(JsonNode goal, String currency) {
        return Texts.of(goal, "kpi") + " " + Texts.of(goal, "timeframe") + ": "
                + Texts.value(goal, "current", currency) + " of " + Texts.value(goal, "target", currency) + " (from "
                + Texts.value(goal, "baseline", currency) + "), " + Texts.percent(goal, "fraction") + " of the way, "
                + Texts.percent(goal, "expected_fraction") + " expected: " + Texts.of(goal, "pace")
                + (goal.path("reached_on").isTextual() ? ", reached on " + Texts.of(goal, "reached_on") : "");
    }

    /** Everything about one. */
    public static List<String> one(JsonNode plan) {
        String currency = plan.path("currency").asText();
        List<String> lines = new ArrayList<>();
        lines.add(Texts.rep(plan) + ", plan " + Texts.of(plan, "plan") + ": " + status(plan));
        lines.add("  as of     " + Texts.of(plan, "open_day") + ", provisional while that day is open");
        lines.add("  time      " + Texts.of(plan, "started") + " to " + Texts.of(plan, "deadline") + ", "
                + Texts.of(plan, "days_left") + " days left");
        if (plan.path("answers").isTextual()) {
            lines.add("  answers   " + Texts.of(plan, "answers"));
        }
        plan.path("goals").forEach(goal -> {
            lines.add("  goal      " + goal(goal, currency));
            goal.path("milestones")
                    .forEach(milestone -> lines.add("            " + milestone(goal, milestone, currency)));
            if (goal.path("milestones").isEmpty()) {
                lines.addAll(agreedPath(plan, goal, currency));
            }
        });
        lines.add("  actions   " + Texts.of(plan, "actions_done") + " of " + Texts.of(plan, "actions") + " done, "
                + Texts.of(plan, "actions_late") + " late");
        plan.path("terms").path("actions").forEach(action -> lines.add("            " + action(action)));
        lines.add("  check-ins " + Texts.of(plan, "check_ins_held") + " held, " + Texts.of(plan, "check_ins_missed")
                + " missed, next " + Texts.of(plan, "next_check_in"));
        lines.addAll(IssuePages.history(plan));
        return lines;
    }

    /** Before a plan begins its milestones stand in its terms only. */
    private static List<String> agreedPath(JsonNode plan, JsonNode goal, String currency) {
        List<String> lines = new ArrayList<>();
        for (JsonNode terms : plan.path("terms").path("goals")) {
            if (terms.path("id").equals(goal.path("goal"))) {
                terms.path("path").forEach(point -> {
                    ObjectNode milestone = JsonNodeFactory.instance
                            .objectNode()
                            .put("day", point.path("day").asText())
                            .put("value", new BigDecimal(point.path("value").asText()));
                    lines.add("            " + milestone(goal, milestone, currency));
                });
            }
        }
        return lines;
    }

    private static String action(JsonNode action) {
        return Texts.of(action, "id") + "  " + Texts.of(action, "kind") + " by " + Texts.of(action, "owner")
                + ", until " + Texts.of(action, "due");
    }

    private static String milestone(JsonNode goal, JsonNode milestone, String currency) {
        JsonNode met = milestone.path("met");
        ObjectNode value = JsonNodeFactory.instance
                .objectNode()
                .put("unit", goal.path("unit").asText());
        value.set("value", milestone.path("value"));
        return Texts.of(milestone, "day") + "  " + Texts.value(value, "value", currency) + "  "
                + (met.isBoolean() ? met.asBoolean() ? "met" : "missed" : "to come");
    }
}
