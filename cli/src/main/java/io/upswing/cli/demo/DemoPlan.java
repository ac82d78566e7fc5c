package io.upswing.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.Kpis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan: what happened, and each goal's KPI week by week beside the path to its target. */
final class DemoPlan {
    private static final int COLUMNS = 44;
    private static final int WEEK = 7;
    private static final int WEEKS_BEFORE = 7;
    private static final int WEEKS_AFTER = 2;

    private final ApiClient api;
    private final int currencyDigits;

    DemoPlan(ApiClient api, int currencyDigits) {
        this.api = api;
        this.currencyDigits = currencyDigits;
    }

    /** All plans, as lines to print. */
    List<String> lines(LocalDate last) {
        List<String> lines = new ArrayList<>();
        for (JsonNode plan : api.json("/api/v1/plans", Map.of("status", "all")).path("plans")) {
            lines.addAll(plan(plan, last));
        }
        return lines;
    }

    private List<String> plan(JsonNode plan, LocalDate last) {
        String rep = plan.path("rep").asText();
        String name = plan.path("rep_name").isTextual() ? plan.path("rep_name").asText() : rep;
        List<String> lines = new ArrayList<>();
        lines.add("Plan " + plan.path("plan").asText() + " of " + name + ": "
                + plan.path("status").asText()
                + (plan.path("outcome").isTextual()
                        ? ", " + plan.path("outcome").asText()
                        : ""));
        lines.add("  answers " + plan.path("answers").asText("no issue") + "; from "
                + plan.path("started").asText("-") + " to "
                + plan.path("deadline").asText() + "; "
                + plan.path("actions_done").asInt() + " of "
                + plan.path("actions").asInt() + " actions done; check-ins: "
                + plan.path("check_ins_held").asInt() + " held, "
                + plan.path("check_ins_missed").asInt() + " missed");
        JsonNode whole = api.json(
                "/api/v1/plans/" + ApiClient.encoded(rep) + "/"
                        + ApiClient.encoded(plan.path("plan").asText()),
                Map.of());
        whole.path("events")
                .forEach(event -> lines.add("  " + event.path("day").asText() + "  "
                        + event.path("sentence").asText()));
        plan.path("goals").forEach(goal -> lines.addAll(progress(rep, plan, goal, last)));
        return lines;
    }

    private List<String> progress(String rep, JsonNode plan, JsonNode goal, LocalDate last) {
        if (!plan.path("started").isTextual() || goal.path("timeframe").asText().contains(" ")) {
            return List.of();
        }
        Path path = path(plan, goal);
        List<String> lines = new ArrayList<>();
        lines.add(
                "  " + goal.path("kpi").asText() + ", " + goal.path("timeframe").asText() + ", week by week: from "
                        + whole(path.from()) + " to " + whole(path.to()) + ", the bar | is the path");
        LocalDate end = path.deadline().plusDays((long) WEEKS_AFTER * WEEK);
        LocalDate day = path.started().minusDays((long) WEEKS_BEFORE * WEEK);
        for (; !day.isAfter(end) && !day.isAfter(last); day = day.plusDays(WEEK)) {
            Optional<BigDecimal> value = value(rep, goal, day);
            if (value.isPresent()) {
                lines.add(bar(day, value.get(), path));
            }
        }
        return lines;
    }

    private record Path(LocalDate started, LocalDate deadline, double from, double to) {
        Optional<Double> on(LocalDate day) {
            if (day.isBefore(started) || day.isAfter(deadline)) {
                return Optional.empty();
            }
            double part = (double) ChronoUnit.DAYS.between(started, day)
                    / Math.max(1, ChronoUnit.DAYS.between(started, deadline));
            return Optional.of(from + (to - from) * part);
        }
    }

    private Path path(JsonNode plan, JsonNode goal) {
        double unit = goal.path("kpi").asText().equals("revenue") ? Math.pow(10, currencyDigits) : 1;
        return new Path(
                LocalDate.parse(plan.path("started").asText()),
                LocalDate.parse(plan.path("deadline").asText()),
                goal.path("baseline").asDouble() / unit,
                goal.path("target").asDouble() / unit);
    }

    private Optional<BigDecimal> value(String rep, JsonNode goal, LocalDate day) {
        Kpis.Question question = new Kpis.Question(
                "rep", Optional.of(rep), Optional.of(goal.path("timeframe").asText()), Optional.of(day));
        return Kpis.read(Kpis.ask(api, question)).stream()
                .flatMap(kpis -> kpis.value(goal.path("kpi").asText()).stream())
                .findFirst();
    }

    private static String bar(LocalDate day, BigDecimal value, Path path) {
        double scale = COLUMNS / (1.3 * path.to());
        int filled = clamp(value.doubleValue() * scale);
        StringBuilder bar = new StringBuilder("█".repeat(filled) + " ".repeat(COLUMNS - filled));
        path.on(day).ifPresent(expected -> bar.setCharAt(Math.min(COLUMNS - 1, clamp(expected * scale)), '|'));
        return "    " + day + "  " + padded(whole(value.doubleValue())) + "  "
                + bar.toString().stripTrailing();
    }

    private static int clamp(double columns) {
        return Math.clamp(Math.round(columns), 0, COLUMNS);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    private static String padded(String text) {
        return " ".repeat(Math.max(0, 9 - text.length())) + text;
    }
}
