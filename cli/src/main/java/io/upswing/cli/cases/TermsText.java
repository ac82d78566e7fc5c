package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of a plan as people write them.
 *
 * @param answers the rule whose issue it answers
 */
public record TermsText(
        List<GoalText> goals,
        List<Milestone> milestones,
        List<ActionText> actions,
        LocalDate deadline,
        int checkInEvery,
        Optional<String> answers) {
    /** Copies the lists. */
    public TermsText {
        goals = List.copyOf(goals);
        milestones = List.copyOf(milestones);
        actions = List.copyOf(actions);
    }

    /** A value of a goal's KPI on a day. */
    public record Milestone(String goal, LocalDate day, BigDecimal value) {
        private ObjectNode toJson(String kpi, KpiUnits units) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("day", day.toString())
                    .put("value", units.toApi(kpi, value).toPlainString());
        }
    }

    /** The terms for the API. A goal's id is its KPI's; of two on one KPI, with the timeframe. */
    public ObjectNode toJson(KpiUnits units) {
        ObjectNode terms = JsonNodeFactory.instance.objectNode();
        answers.ifPresent(rule -> terms.put("answers", rule));
        ArrayNode list = terms.putArray("goals");
        for (GoalText goal : goals) {
            ObjectNode made = goal.toJson(id(goal), units);
            milestones.stream()
                    .filter(milestone -> milestone.goal().equals(id(goal)))
                    .forEach(milestone -> ((ArrayNode) made.path("path")).add(milestone.toJson(goal.kpi(), units)));
            list.add(made);
        }
        ArrayNode toDo = terms.putArray("actions");
        Map<String, Integer> kinds = new HashMap<>();
        actions.forEach(action -> toDo.add(action.toJson(action.idAmong(kinds.merge(action.kind(), 1, Integer::sum)))));
        return terms.put("deadline", deadline.toString()).put("check_in_every", checkInEvery);
    }

    /**
     * Changes terms that the API has: goals, or else the milestones of those there are, actions, and the rule, where any are
     * given.
     */
    public void change(ObjectNode standing, KpiUnits units) {
        ObjectNode given = toJson(units);
        if (!goals.isEmpty()) {
            standing.set("goals", given.path("goals"));
        } else {
            standing.path("goals").forEach(goal -> repath((ObjectNode) goal, units));
        }
        if (!actions.isEmpty()) {
            standing.set("actions", given.path("actions"));
        }
        answers.ifPresent(rule -> standing.put("answers", rule));
    }

    private void repath(ObjectNode goal, KpiUnits units) {
        String kpi = goal.path("kpi").asText();
        List<Milestone> own = milestones.stream()
                .filter(milestone -> milestone.goal().equals(goal.path("id").asText()))
                .toList();
        if (!own.isEmpty()) {
            ArrayNode path = goal.putArray("path");
            own.forEach(milestone -> path.add(milestone.toJson(kpi, units)));
        }
    }

    /** The ids of goals in terms that the API has. */
    public static List<String> goalIds(ObjectNode standing) {
        List<String> ids = new ArrayList<>();
        standing.path("goals").forEach(goal -> ids.add(goal.path("id").asText()));
        return ids;
    }

    private String id(GoalText goal) {
        long same =
                goals.stream().filter(other -> other.kpi().equals(goal.kpi())).count();
        return same == 1 ? goal.kpi() : goal.kpi() + "-" + goal.timeframe();
    }

    /** The goals' ids, by which milestones name them. */
    public List<String> goalIds() {
        return goals.stream().map(this::id).toList();
    }
}
