package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.avro.AvroJson;
import io.upswing.app.views.CaseFile;
import io.upswing.app.views.CaseRow;
import io.upswing.app.views.Names;
import io.upswing.app.views.Notes;
import io.upswing.app.views.Placement;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectLevel;
import io.upswing.core.kpi.Kpi;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/** Issues and plans as documents: the records of the topics, joined with names and notes. */
final class CaseJson {
    private final Names names;
    private final Notes notes;
    private final String currency;

    CaseJson(Names names, Notes notes, String currency) {
        this.names = names;
        this.notes = notes;
        this.currency = currency;
    }

    /** A list under a name. */
    <C extends SpecificRecord> ObjectNode list(String name, List<CaseRow<C>> rows) {
        ObjectNode document = Json.object().put("currency", currency);
        document.set(name, Json.array(rows, this::row));
        return document;
    }

    /** One with its history. */
    <C extends SpecificRecord, E extends SpecificRecord> ObjectNode one(CaseFile<C, E> file) {
        ObjectNode document = Json.object().put("currency", currency);
        document.setAll(row(file.row()));
        file.terms().ifPresent(terms -> document.set("terms", AvroJson.of(terms)));
        document.set("events", Json.array(file.events(), event -> joined(AvroJson.of(event))));
        return document;
    }

    private <C extends SpecificRecord> ObjectNode row(CaseRow<C> row) {
        ObjectNode current = AvroJson.of(row.current());
        String rep = current.path("rep").asText();
        ObjectNode document = Json.object()
                .put("rep", rep)
                .put("rep_name", names.of(Subject.rep(rep)).orElse(null));
        document.set("team", team(row.placement()));
        document.setAll(current);
        document.path("goals")
                .forEach(goal -> Kpi.byId(goal.path("kpi").asText())
                        .ifPresent(kpi -> ((ObjectNode) goal)
                                .put("unit", kpi.unit().name().toLowerCase(Locale.ROOT))));
        return document;
    }

    private JsonNode team(Placement placement) {
        return placement
                .team()
                .<JsonNode>map(team -> Json.object()
                        .put("id", team)
                        .put(
                                "name",
                                names.of(new Subject(SubjectLevel.TEAM, team)).orElse(null)))
                .orElse(Json.none());
    }

    /** With the text of each note beside its id. */
    private ObjectNode joined(ObjectNode document) {
        join(document);
        return document;
    }

    private void join(JsonNode node) {
        node.forEach(this::join);
        if (node instanceof ObjectNode document && document.path("note").isTextual()) {
            document.put(
                    "note_text", notes.text(document.path("note").textValue()).orElse(null));
        }
    }
}
