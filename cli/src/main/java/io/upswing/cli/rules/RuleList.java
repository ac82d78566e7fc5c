package io.upswing.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Csv;
import io.upswing.cli.render.Table;
import io.upswing.producers.rules.PublishedRules;
import io.upswing.producers.rules.RuleKeys;
import io.upswing.schemas.RuleEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The published versions of rules, as a table, CSV or JSON. */
public final class RuleList {
    private static final List<String> FIELDS =
            List.of("id", "version", "state", "effective", "severity", "form", "limits", "title");

    private final List<Row> rows = new ArrayList<>();
    private final RuleKeys keys;

    /** How a version stands on the open day. */
    private enum State {
        IN_FORCE("in force"),
        TO_COME("to come"),
        /** The rule has ended with it. */
        ENDED("ended"),
        /** Another has taken its place, or never let it be. */
        REPLACED("replaced");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    private record Row(String id, RuleEvent event, State state) {}

    /** @param all whether those that another has replaced are shown too */
    public RuleList(PublishedRules published, RuleKeys keys, boolean all) {
        this.keys = keys;
        Optional<LocalDate> open = published.openDay();
        published.versions().forEach((id, versions) -> {
            for (RuleEvent event : versions) {
                State state = state(event, versions, open);
                if (all || state != State.REPLACED) {
                    rows.add(new Row(id, event, state));
                }
            }
        });
    }

    /** Of several versions that are effective the highest holds. */
    private static State state(RuleEvent event, List<RuleEvent> versions, Optional<LocalDate> open) {
        boolean replaced = versions.stream()
                .anyMatch(other -> other.getVersion() > event.getVersion()
                        && (open.filter(day -> !other.getEffective().isAfter(day))
                                        .isPresent()
                                || !other.getEffective().isAfter(event.getEffective())));
        if (replaced) {
            return State.REPLACED;
        }
        boolean effective =
                open.filter(day -> !event.getEffective().isAfter(day)).isPresent();
        return !effective ? State.TO_COME : event.getRetired() ? State.ENDED : State.IN_FORCE;
    }

    /** For people. */
    public Table table() {
        Table table = new Table(List.of(
                Column.text("Rule", 0),
                Column.number("Version", 1),
                Column.text("State", 0),
                Column.text("From", 0),
                Column.text("Severity", 3),
                Column.text("Form", 2),
                Column.text("Limits", 4)));
        for (Row row : rows) {
            List<String> cells = cells(row);
            table.row(cells.subList(0, FIELDS.size() - 1));
        }
        return table;
    }

    /** With a line of titles. */
    public List<String> csv() {
        List<String> lines = new ArrayList<>(List.of(Csv.line(FIELDS)));
        rows.forEach(row -> lines.add(Csv.line(cells(row))));
        return lines;
    }

    /** An array of objects with the keys that files have. */
    public ArrayNode json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Row row : rows) {
            ObjectNode one = all.addObject();
            one.put("id", row.id());
            one.put("version", row.event().getVersion());
            one.put("state", row.state().text);
            one.put("effective", row.event().getEffective().toString());
            one.put("retired", row.event().getRetired());
            one.put("form", RuleKeys.form(row.event()));
            keys.all(row.event()).forEach(one::put);
        }
        return all;
    }

    private List<String> cells(Row row) {
        RuleEvent event = row.event();
        return List.of(
                row.id(),
                Integer.toString(event.getVersion()),
                event.getRetired() && row.state() == State.TO_COME ? "to end" : row.state().text,
                event.getEffective().toString(),
                event.getSeverity().name().toLowerCase(Locale.ROOT),
                RuleKeys.form(event),
                keys.limits(event),
                event.getTitle());
    }
}
