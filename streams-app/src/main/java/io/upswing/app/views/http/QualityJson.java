package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.topology.Tasks;
import io.upswing.core.entity.Quality;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of data quality: of all tasks together, and, among instances, of each. */
final class QualityJson {
    private QualityJson() {}

    static ObjectNode document(SortedMap<Quality.Key, Long> counts) {
        ObjectNode document = Json.object();
        document.set("counts", counts(counts));
        return document;
    }

    private static ArrayNode counts(SortedMap<Quality.Key, Long> counts) {
        return Json.array(
                counts.entrySet(),
                entry -> Json.object()
                        .put("source", entry.getKey().source())
                        .put("kind", entry.getKey().kind())
                        .put("item", entry.getKey().item())
                        .put("count", entry.getValue()));
    }

    static ArrayNode tasks(SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> tasks) {
        return Json.array(tasks.entrySet(), entry -> {
            ObjectNode document = InstanceJson.task(entry.getKey());
            document.set("counts", counts(entry.getValue()));
            return document;
        });
    }

    static SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> tasks(JsonNode document) {
        SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> tasks = new TreeMap<>();
        document.forEach(task -> {
            SortedMap<Quality.Key, Long> counts = new TreeMap<>();
            task.required("counts")
                    .forEach(count -> counts.put(
                            new Quality.Key(
                                    count.required("source").textValue(),
                                    count.required("kind").textValue(),
                                    count.required("item").textValue()),
                            count.required("count").longValue()));
            tasks.put(InstanceJson.task(task), counts);
        });
        return tasks;
    }
}
