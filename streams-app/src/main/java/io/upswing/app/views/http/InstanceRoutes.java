package io.upswing.app.views.http;

import io.javalin.config.RoutesConfig;
import io.upswing.app.views.Instance;
import io.upswing.app.views.Subject;
import java.util.function.Supplier;

/**
 * What instances ask each other, under {@code /internal/v1}: answered from the own tasks alone, so that no question goes
 * round in circles.
 */
final class InstanceRoutes {
    static final String BASE = "/internal/v1";
    static final String KPIS = "/kpis/";
    static final String PANES = "/panes/";
    static final String PROGRESS = "/progress";
    static final String ENTITIES = "/entities/";
    static final String QUALITY = "/quality";

    private static final String LEVEL = "{level}";
    private static final String SUBJECT = "{level}/{id}";

    private final Supplier<Views> views;

    InstanceRoutes(Supplier<Views> views) {
        this.views = views;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                BASE + KPIS + LEVEL,
                Replies.json(ctx ->
                        Json.array(local().parts(Requests.level(ctx), Requests.day(ctx, "day")), InstanceJson::part)));
        routes.get(BASE + KPIS + SUBJECT, Replies.json(ctx -> {
            Subject subject = Requests.subject(ctx);
            return local().kpis(subject, Requests.day(ctx, "day"))
                    .map(InstanceJson::kpis)
                    .orElseThrow(() -> Requests.unknown(subject));
        }));
        routes.get(BASE + PANES + SUBJECT, Replies.json(ctx -> {
            Subject subject = Requests.subject(ctx);
            return local().panes(subject).map(InstanceJson::panes).orElseThrow(() -> Requests.unknown(subject));
        }));
        routes.get(
                BASE + ENTITIES + "{kind}",
                Replies.json(ctx -> EntityJson.tasks(local().entities(Requests.entities(ctx)))));
        routes.get(BASE + QUALITY, Replies.json(ctx -> QualityJson.tasks(local().quality())));
        routes.get(BASE + PROGRESS, Replies.json(ctx -> Json.array(local().progress(), InstanceJson::progress)));
    }

    private Instance local() {
        return views.get().local();
    }
}
