package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Table;
import java.util.ArrayList;
import java.util.List;

/** Issues for people. */
public final class IssuePages {
    private IssuePages() {}

    /** A row and a sentence for each issue; of what is none, the phase. */
    public static Table list(JsonNode answer) {
        Table table = new Table(List.of(
                Column.text("Rep", 0),
                Column.text("Team", 3),
                Column.text("Rule", 0),
                Column.text("Status", 0),
                Column.text("Severity", 2),
                Column.text("Raised", 1)));
        answer.path("issues").forEach(row -> {
            JsonNode issue = row.path("issue");
            table.row(List.of(
                    Texts.rep(row),
                    Texts.of(row.path("team"), "id"),
                    Texts.of(row, "rule"),
                    issue.isObject() ? Texts.of(issue, "status") : Texts.of(row, "phase"),
                    Texts.of(issue, "severity"),
                    Texts.of(issue, "raised_on")));
            String sentence = issue.isObject() ? Texts.of(issue, "sentence") : Texts.of(row, "detail");
            if (!sentence.isBlank()) {
                table.heading("    " + sentence);
            }
        });
        return table;
    }

    /** Everything about one. */
    public static List<String> one(JsonNode row) {
        List<String> lines = new ArrayList<>();
        JsonNode issue = row.path("issue");
        lines.add(Texts.rep(row) + ", " + Texts.of(row, "rule") + ": "
                + (issue.isObject() ? Texts.of(issue, "status") : Texts.of(row, "phase")));
        if (issue.isObject()) {
            lines.add("  issue     " + Texts.of(issue, "issue") + ", episode " + Texts.of(issue, "episode") + ", "
                    + Texts.of(issue, "severity"));
            lines.add("  raised    " + Texts.of(issue, "raised_on") + ", in breach since " + Texts.of(issue, "run_from")
                    + (issue.path("ended_on").isTextual() ? ", ended " + Texts.of(issue, "ended_on") : ""));
            lines.add("  why       " + Texts.of(issue, "sentence"));
        }
        if (row.path("latest").isObject()) {
            lines.add("  latest    " + Texts.of(row.path("latest"), "sentence"));
        }
        if (!row.path("detail").asText().isBlank()) {
            lines.add("  phase     " + Texts.of(row, "phase") + ": " + Texts.of(row, "detail"));
        }
        lines.addAll(history(row));
        return lines;
    }

    /** What happened, with authors and notes. */
    static List<String> history(JsonNode row) {
        List<String> lines = new ArrayList<>(List.of("", "History"));
        row.path("events").forEach(event -> {
            JsonNode author = event.path("author");
            lines.add("  " + Texts.of(event, "day") + "  " + Texts.of(event, "sentence")
                    + (author.isObject() ? " (" + Texts.of(author, "role") + " " + Texts.of(author, "id") + ")" : ""));
            if (event.path("note_text").isTextual()) {
                event.path("note_text").asText().lines().forEach(line -> lines.add("              “" + line + "”"));
            }
        });
        return lines;
    }
}
