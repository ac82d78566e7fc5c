package io.upswing.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The issues that the default rules have raised, the latest first, and what can't be judged for lack of data. */
final class DemoIssues {
    private static final int MOST = 12;
    private static final String PHASE_WITHOUT_DATA = "not-enough-data";

    private final List<JsonNode> all = new ArrayList<>();

    /** Asks the app. */
    DemoIssues(ApiClient api) {
        api.json("/api/v1/issues", Map.of("status", "all")).path("issues").forEach(all::add);
    }

    /**
     * As lines to print.
     *
     * @param url where all of them can be asked for
     */
    List<String> lines(String url) {
        List<String> lines = new ArrayList<>();
        List<JsonNode> raised = all.stream()
                .filter(row -> row.path("issue").isObject())
                .sorted(Comparator.comparing((JsonNode row) -> raisedOn(row)).reversed())
                .toList();
        lines.add("Issues that the default rules raised: " + raised.size());
        raised.stream().limit(MOST).forEach(row -> {
            JsonNode issue = row.path("issue");
            String ended = issue.path("ended_on").isTextual()
                    ? " on " + issue.path("ended_on").asText()
                    : "";
            lines.add("  " + raisedOn(row) + "  " + name(row) + ", "
                    + row.path("rule").asText() + ", " + issue.path("status").asText() + ended);
            lines.add("              " + issue.path("sentence").asText());
        });
        if (raised.size() > MOST) {
            lines.add("  ... and " + (raised.size() - MOST)
                    + " more, some of them ended: ./upswing issues list --status all --url " + url);
        }
        lines.addAll(withoutData());
        return lines;
    }

    private static String raisedOn(JsonNode row) {
        return row.path("issue").path("raised_on").asText();
    }

    private static String name(JsonNode row) {
        return row.path("rep_name").isTextual()
                ? row.path("rep_name").asText()
                : row.path("rep").asText();
    }

    private List<String> withoutData() {
        SortedMap<String, SortedMap<String, Integer>> reasons = new TreeMap<>();
        all.stream()
                .filter(row -> row.path("phase").asText().equals(PHASE_WITHOUT_DATA))
                .forEach(row -> reasons.computeIfAbsent(row.path("rule").asText(), rule -> new TreeMap<>())
                        .merge(row.path("detail").asText(), 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        if (!reasons.isEmpty()) {
            lines.add("Not enough data:");
            reasons.forEach((rule, of) -> of.forEach((reason, reps) ->
                    lines.add("  " + rule + ": " + reps + (reps == 1 ? " rep, " : " reps, ") + reason)));
        }
        return lines;
    }
}
