package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.DayReport;
import io.upswing.app.views.KpiNumbers;
import io.upswing.app.views.Names;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectKpis;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.Trend;
import io.upswing.app.views.ViewSettings;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The documents of the API. */
final class KpiJson {
    private final Names names;
    private final String currency;
    private final KpiNumbers numbers;

    KpiJson(Names names, ViewSettings settings) {
        this.names = names;
        currency = settings.currency();
        numbers = new KpiNumbers(settings.currencyDigits());
    }

    /** A level, of all windows or of one. */
    ObjectNode list(SubjectLevel level, List<SubjectKpis> subjects, Optional<Window> window) {
        ObjectNode document = Json.object().put("level", level.id()).put("currency", currency);
        document.set("subjects", Json.array(subjects, kpis -> kpis(subject(kpis.subject()), kpis, window)));
        return document;
    }

    /** One subject, of all windows or of one. */
    ObjectNode one(SubjectKpis kpis, Optional<Window> window) {
        return kpis(
                subject(kpis.subject())
                        .put("level", kpis.subject().level().id())
                        .put("currency", currency),
                kpis,
                window);
    }

    private ObjectNode kpis(ObjectNode document, SubjectKpis kpis, Optional<Window> window) {
        if (kpis.subject().level() == SubjectLevel.REP) {
            unit(document, SubjectLevel.TEAM, kpis.placement().team());
            unit(document, SubjectLevel.REGION, kpis.placement().region());
        }
        document.put("day", Days.text(kpis.snapshot().day())).put("closed", kpis.closed());
        document.set("windows", windows(kpis.snapshot(), window));
        return document;
    }

    private void unit(ObjectNode document, SubjectLevel level, Optional<String> id) {
        id.ifPresentOrElse(
                unit -> document.set(level.id(), subject(new Subject(level, unit))),
                () -> document.putNull(level.id()));
    }

    private ObjectNode subject(Subject subject) {
        return Json.object()
                .put("id", subject.id())
                .put("name", names.of(subject).orElse(null));
    }

    private ArrayNode windows(Snapshot snapshot, Optional<Window> only) {
        ArrayNode windows = Json.array();
        for (int i = 0; i < snapshot.windows().size(); i++) {
            Window window = snapshot.windows().get(i);
            if (only.isEmpty() || only.get().equals(window)) {
                windows.addObject()
                        .put("window", window.id())
                        .put("from", Days.text(window.firstDay(snapshot.day())))
                        .put("to", Days.text(snapshot.day()))
                        .set("kpis", values(snapshot.sums().get(i)));
            }
        }
        return windows;
    }

    private ObjectNode values(Sums sums) {
        ObjectNode values = Json.object();
        for (Kpi kpi : Kpi.values()) {
            values.set(kpi.id(), value(Json.object(), kpi, kpi.of(sums)));
        }
        return values;
    }

    private ObjectNode value(ObjectNode document, Kpi kpi, KpiValue value) {
        Optional<BigDecimal> number = numbers.of(kpi, value);
        return document.put("value", number.orElse(null)).put("sample", value.sample());
    }

    ObjectNode trend(Trend trend) {
        ObjectNode document = subject(trend.subject())
                .put("level", trend.subject().level().id())
                .put("currency", currency)
                .put("kpi", trend.kpi().id())
                .put("unit", trend.kpi().unit().name().toLowerCase(Locale.ROOT))
                .put("window", trend.window().id())
                .put("open_day", Days.text(trend.openDay()));
        document.set(
                "points",
                Json.array(
                        trend.points(),
                        point -> value(Json.object().put("day", Days.text(point.day())), trend.kpi(), point.value())));
        return document;
    }

    static ObjectNode days(DayReport report) {
        ObjectNode document = Json.object();
        document.set("tasks", Json.array(report.tasks(), KpiJson::progress));
        document.set("missing", Json.array(report.missing(), KpiJson::task));
        document.set("unreachable", Json.texts(report.unreachable()));
        return document;
    }

    private static ObjectNode progress(Progress progress) {
        ObjectNode document = task(progress.id());
        day(document, "open_day", progress.openDay());
        day(document, "evaluated_day", progress.evaluatedDay());
        document.set("holding", Json.texts(progress.holding()));
        return document.put("waiting_records", progress.waiting());
    }

    private static ObjectNode task(Tasks.Id id) {
        return Json.object().put("stage", id.stage()).put("partition", id.partition());
    }

    private static void day(ObjectNode document, String field, int day) {
        document.put(field, day == DayGate.NOT_OPEN ? null : Days.text(day));
    }
}
