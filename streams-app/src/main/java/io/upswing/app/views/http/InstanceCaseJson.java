package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.topology.Tasks;
import io.upswing.app.views.CaseFile;
import io.upswing.app.views.CaseRow;
import io.upswing.app.views.Placement;
import io.upswing.schemas.PlanTerms;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Issues and plans among instances. */
final class InstanceCaseJson {
    private InstanceCaseJson() {}

    static <C extends SpecificRecord> ArrayNode tasks(SortedMap<Tasks.Id, List<CaseRow<C>>> tasks) {
        return Json.array(tasks.entrySet(), entry -> {
            ObjectNode document = InstanceJson.task(entry.getKey());
            document.set("rows", Json.array(entry.getValue(), InstanceCaseJson::row));
            return document;
        });
    }

    static <C extends SpecificRecord> SortedMap<Tasks.Id, List<CaseRow<C>>> tasks(Class<C> type, JsonNode document) {
        SortedMap<Tasks.Id, List<CaseRow<C>>> tasks = new TreeMap<>();
        document.forEach(task ->
                tasks.put(InstanceJson.task(task), InstanceJson.list(task.required("rows"), row -> row(type, row))));
        return tasks;
    }

    static <C extends SpecificRecord> ObjectNode row(CaseRow<C> row) {
        return Json.object()
                .put("team", row.placement().team().orElse(null))
                .put("region", row.placement().region().orElse(null))
                .put("current", AvroBytes.text(row.current()));
    }

    private static <C extends SpecificRecord> CaseRow<C> row(Class<C> type, JsonNode row) {
        return new CaseRow<>(
                AvroBytes.made(type, row.required("current")),
                new Placement(
                        Optional.ofNullable(row.required("team").textValue()),
                        Optional.ofNullable(row.required("region").textValue())));
    }

    static <C extends SpecificRecord, E extends SpecificRecord> ObjectNode file(CaseFile<C, E> file) {
        ObjectNode document = row(file.row());
        document.set(
                "events", Json.texts(file.events().stream().map(AvroBytes::text).toList()));
        document.put("terms", file.terms().map(AvroBytes::text).orElse(null));
        return document;
    }

    static <C extends SpecificRecord, E extends SpecificRecord> CaseFile<C, E> file(
            Class<C> current, Class<E> event, JsonNode document) {
        return new CaseFile<>(
                row(current, document),
                InstanceJson.list(document.required("events"), text -> AvroBytes.made(event, text)),
                Optional.of(document.required("terms"))
                        .filter(JsonNode::isTextual)
                        .map(text -> AvroBytes.made(PlanTerms.class, text)));
    }
}
