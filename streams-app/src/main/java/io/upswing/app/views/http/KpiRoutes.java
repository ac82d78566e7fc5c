package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.app.views.EntityQuestion;
import io.upswing.app.views.KpiCsv;
import io.upswing.app.views.KpiExport;
import io.upswing.app.views.KpiNumbers;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.SubjectPanes;
import io.upswing.app.views.Trend;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** KPIs, trends, exports, days and data quality under {@code /api/v1}. */
final class KpiRoutes {
    private static final String LEVEL = "/api/v1/kpis/{level}";
    private static final String SUBJECT = LEVEL + "/{id}";

    /** How many days a trend has unless asked for otherwise. */
    private static final int TREND_DAYS = 30;

    private final Supplier<Views> views;

    KpiRoutes(Supplier<Views> views) {
        this.views = views;
    }

    void addTo(RoutesConfig routes) {
        routes.get(LEVEL, Replies.json(this::list));
        routes.get(SUBJECT, Replies.json(this::one));
        routes.get(SUBJECT + "/trend", Replies.json(this::trend));
        routes.get("/api/v1/days", Replies.json(this::days));
        routes.get("/api/v1/entities/{kind}", Replies.json(this::entities));
        routes.get("/api/v1/quality", Replies.json(this::quality));
        routes.get("/api/v1/export", this::export);
    }

    private JsonNode list(Context ctx) {
        Requests.allow(ctx, "window", "day");
        SubjectLevel level = Requests.level(ctx);
        Views now = views.get();
        Optional<Window> window = Requests.window(ctx, now.settings().windows());
        OptionalInt day = Requests.day(ctx, "day");
        return json(now).list(level, now.queries().all(level, day).subjects(), window);
    }

    private JsonNode one(Context ctx) {
        Requests.allow(ctx, "window", "day");
        Subject subject = Requests.subject(ctx);
        Views now = views.get();
        Optional<Window> window = Requests.window(ctx, now.settings().windows());
        OptionalInt day = Requests.day(ctx, "day");
        return json(now).one(now.queries().one(subject, day).orElseThrow(() -> Requests.unknown(subject)), window);
    }

    private JsonNode trend(Context ctx) {
        Requests.allow(ctx, "kpi", "window", "from", "to");
        Subject subject = Requests.subject(ctx);
        Kpi kpi = Requests.kpi(ctx);
        Views now = views.get();
        Window window = Requests.window(ctx, trendWindows(now)).orElse(Trend.SINGLE_DAY);
        OptionalInt from = Requests.day(ctx, "from");
        OptionalInt to = Requests.day(ctx, "to");
        SubjectPanes panes = now.queries().panes(subject).orElseThrow(() -> Requests.unknown(subject));
        int last = to.orElse(panes.reach().openDay());
        int first = from.orElse(
                Math.max(last - TREND_DAYS + 1, Math.min(last, panes.reach().firstKept())));
        if (first > last) {
            throw new ProblemException(Problem.Kind.BAD_DATE, "from is after to: swap them");
        }
        return json(now).trend(Trend.of(panes, kpi, window, now.settings().windowSettings(), first, last));
    }

    private static List<Window> trendWindows(Views now) {
        List<Window> windows = new ArrayList<>(List.of(Trend.SINGLE_DAY));
        windows.addAll(now.settings().windows());
        return windows;
    }

    private JsonNode entities(Context ctx) {
        EntityQuestion question = Requests.entities(ctx);
        Views now = views.get();
        return EntityJson.page(question, now.settings(), now.queries().entities(question));
    }

    private JsonNode quality(Context ctx) {
        Requests.allow(ctx);
        return QualityJson.document(views.get().queries().quality());
    }

    private JsonNode days(Context ctx) {
        Requests.allow(ctx);
        return KpiJson.days(views.get().queries().days());
    }

    private void export(Context ctx) {
        Requests.allow(ctx, "from", "to");
        Views now = views.get();
        KpiExport export =
                KpiExport.of(now.queries(), now.settings(), Requests.day(ctx, "from"), Requests.day(ctx, "to"));
        KpiCsv csv = new KpiCsv(new KpiNumbers(now.settings().currencyDigits()));
        Map<Subject, Optional<String>> names = new HashMap<>();
        TextStream.write(ctx, "text/csv; charset=utf-8", "kpis.csv", out -> {
            out.accept(KpiCsv.HEADER);
            export.forEach(row -> out.accept(csv.line(row, names.computeIfAbsent(row.subject(), now.names()::of))));
        });
    }

    private static KpiJson json(Views now) {
        return new KpiJson(now.names(), now.settings());
    }
}
