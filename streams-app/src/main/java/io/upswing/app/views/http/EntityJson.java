package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.topology.Tasks;
import io.upswing.app.views.EntityQuestion;
import io.upswing.app.views.EntityRow;
import io.upswing.app.views.ViewSettings;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Entities and what they add to KPIs: a page for clients, and, among instances, a page of each task. */
final class EntityJson {
    private EntityJson() {}

    static ObjectNode page(EntityQuestion question, ViewSettings settings, List<EntityRow> rows) {
        ObjectNode document = Json.object()
                .put("kind", question.kind().id())
                .put("credit_after_close", settings.credit().name().toLowerCase(Locale.ROOT))
                .put("stale_after_days", settings.staleAfterDays());
        document.set("entities", Json.array(rows, EntityJson::row));
        document.put(
                "next", rows.size() < question.limit() ? null : rows.getLast().id());
        return document;
    }

    private static ObjectNode row(EntityRow row) {
        ObjectNode document = Json.object()
                .put("id", row.id())
                .put("source", row.source())
                .put("status", row.status())
                .put("owner", row.owner().orElse(null));
        document.set(
                "credited",
                Json.array(
                        row.credited(),
                        share -> Json.object().put("rep", share.rep()).put("basis_points", share.basisPoints())));
        document.set("facts", Json.array(row.facts().entrySet(), fact -> {
            ObjectNode entry = Json.object()
                    .put("rep", fact.getKey().rep())
                    .put("day", Days.text(fact.getKey().day()));
            entry.set("measures", measures(fact.getValue()));
            return entry;
        }));
        return document;
    }

    private static ArrayNode measures(Sums sums) {
        ArrayNode measures = Json.array();
        sums.forEach((key, amount) -> {
            Measure measure = Measure.of(key);
            ObjectNode entry = measures.addObject()
                    .put("measure", measure.name().toLowerCase(Locale.ROOT))
                    .put("amount", amount);
            if (measure.isHistogram()) {
                entry.put("bucket", Measure.bucket(key));
            }
        });
        return measures;
    }

    static ArrayNode tasks(SortedMap<Tasks.Id, List<EntityRow>> tasks) {
        return Json.array(tasks.entrySet(), entry -> {
            ObjectNode document = InstanceJson.task(entry.getKey());
            document.set("entities", Json.array(entry.getValue(), EntityJson::row));
            return document;
        });
    }

    static SortedMap<Tasks.Id, List<EntityRow>> tasks(JsonNode document) {
        SortedMap<Tasks.Id, List<EntityRow>> tasks = new TreeMap<>();
        document.forEach(task ->
                tasks.put(InstanceJson.task(task), InstanceJson.list(task.required("entities"), EntityJson::row)));
        return tasks;
    }

    private static EntityRow row(JsonNode row) {
        SortedMap<Place, Sums> facts = new TreeMap<>();
        row.required("facts")
                .forEach(fact -> facts.put(
                        new Place(
                                fact.required("rep").textValue(),
                                Days.of(fact.required("day").textValue())),
                        measures(fact.required("measures"))));
        return new EntityRow(
                row.required("id").textValue(),
                row.required("source").textValue(),
                row.required("status").textValue(),
                Optional.ofNullable(row.required("owner").textValue()),
                InstanceJson.list(
                        row.required("credited"),
                        share -> new Share(
                                share.required("rep").textValue(),
                                share.required("basis_points").intValue())),
                facts);
    }

    private static Sums measures(JsonNode measures) {
        Sums.Builder sums = new Sums.Builder();
        measures.forEach(entry -> sums.add(
                Measure.valueOf(entry.required("measure").textValue().toUpperCase(Locale.ROOT))
                        .key(entry.path("bucket").asInt(0)),
                entry.required("amount").longValue()));
        return sums.build();
    }
}
