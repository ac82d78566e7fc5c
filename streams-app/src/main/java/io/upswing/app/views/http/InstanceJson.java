package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.Part;
import io.upswing.app.views.Placement;
import io.upswing.app.views.Reach;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectKpis;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.SubjectPanes;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What instances tell each other: days as epoch days, sums as flat lists of measure key and amount. */
final class InstanceJson {
    private InstanceJson() {}

    static ObjectNode part(Part part) {
        ObjectNode document =
                task(part.task()).put("first_day", part.firstDay()).put("open_day", part.openDay());
        document.set("subjects", Json.array(part.subjects(), InstanceJson::kpis));
        document.set("units", Json.texts(part.units()));
        return document;
    }

    static Part part(JsonNode document) {
        return new Part(
                task(document),
                number(document, "first_day"),
                number(document, "open_day"),
                list(document.required("subjects"), InstanceJson::kpis),
                new TreeSet<>(list(document.required("units"), JsonNode::textValue)));
    }

    static ObjectNode kpis(SubjectKpis kpis) {
        ObjectNode document = subject(kpis.subject())
                .put("team", kpis.placement().team().orElse(null))
                .put("region", kpis.placement().region().orElse(null))
                .put("open_day", kpis.openDay())
                .put("day", kpis.snapshot().day());
        ArrayNode windows = document.putArray("windows");
        for (int i = 0; i < kpis.snapshot().windows().size(); i++) {
            windows.addObject()
                    .put("window", kpis.snapshot().windows().get(i).key())
                    .set("sums", sums(kpis.snapshot().sums().get(i)));
        }
        return document;
    }

    static SubjectKpis kpis(JsonNode document) {
        Subject subject = subject(document);
        JsonNode windows = document.required("windows");
        return new SubjectKpis(
                subject,
                new Placement(optional(document, "team"), optional(document, "region")),
                number(document, "open_day"),
                new Snapshot(
                        subject.key(),
                        number(document, "day"),
                        list(windows, window -> Window.ofKey(text(window, "window"))),
                        list(windows, window -> sums(window.required("sums"), 0))));
    }

    static ObjectNode panes(SubjectPanes panes) {
        ObjectNode document = subject(panes.subject())
                .put("first_kept", panes.reach().firstKept())
                .put("open_day", panes.reach().openDay());
        ArrayNode all = document.putArray("panes");
        panes.panes().forEach((day, sums) -> all.add(sums(sums).insert(0, day)));
        return document;
    }

    static SubjectPanes panes(JsonNode document) {
        SortedMap<Integer, Sums> panes = new TreeMap<>();
        document.required("panes").forEach(pane -> panes.put(pane.get(0).intValue(), sums(pane, 1)));
        return new SubjectPanes(
                subject(document), new Reach(number(document, "first_kept"), number(document, "open_day")), panes);
    }

    static ObjectNode progress(Progress progress) {
        ObjectNode document = task(progress.id())
                .put("open_day", progress.openDay())
                .put("evaluated_day", progress.evaluatedDay())
                .put("waiting", progress.waiting());
        document.set("holding", Json.texts(progress.holding()));
        return document;
    }

    static Progress progress(JsonNode document) {
        return new Progress(
                task(document),
                number(document, "open_day"),
                number(document, "evaluated_day"),
                list(document.required("holding"), JsonNode::textValue),
                document.required("waiting").longValue());
    }

    static ObjectNode task(Tasks.Id id) {
        return Json.object().put("stage", id.stage()).put("partition", id.partition());
    }

    static Tasks.Id task(JsonNode document) {
        return new Tasks.Id(text(document, "stage"), number(document, "partition"));
    }

    private static ObjectNode subject(Subject subject) {
        return Json.object().put("level", subject.level().id()).put("id", subject.id());
    }

    private static Subject subject(JsonNode document) {
        String level = text(document, "level");
        return new Subject(
                SubjectLevel.byId(level).orElseThrow(() -> new IllegalArgumentException("no level: " + level)),
                text(document, "id"));
    }

    private static ArrayNode sums(Sums sums) {
        ArrayNode flat = Json.array();
        sums.forEach((key, amount) -> flat.add(key).add(amount));
        return flat;
    }

    private static Sums sums(JsonNode flat, int from) {
        Sums.Builder sums = new Sums.Builder();
        for (int i = from; i < flat.size(); i += 2) {
            sums.add(flat.get(i).intValue(), flat.get(i + 1).longValue());
        }
        return sums.build();
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(element.apply(node)));
        return list;
    }

    private static int number(JsonNode document, String field) {
        return document.required(field).intValue();
    }

    private static String text(JsonNode document, String field) {
        return document.required(field).textValue();
    }

    private static Optional<String> optional(JsonNode document, String field) {
        return Optional.ofNullable(document.required(field).textValue());
    }
}
