package io.upswing.embedded.registry.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.embedded.registry.Settings;
import io.upswing.embedded.registry.Subjects;

/** Compatibility levels under {@code /config}, modes under {@code /mode}, globally and per subject. */
final class SettingsRoutes {
    private static final String SUBJECT = "/{subject}";
    private static final String LEVEL = "compatibilityLevel";
    private static final String MODE = "mode";

    private final Settings settings;

    SettingsRoutes(Settings settings) {
        this.settings = settings;
    }

    void addTo(RoutesConfig routes) {
        for (String base : Bases.ALL) {
            addConfig(routes, base + "/config");
            addMode(routes, base + "/mode");
        }
    }

    private void addConfig(RoutesConfig routes, String path) {
        routes.get(
                path,
                Replies.json(
                        ctx -> Replies.object(LEVEL, settings.level(scope(ctx)).name())));
        routes.get(path + SUBJECT, Replies.json(this::level));
        for (String each : new String[] {path, path + SUBJECT}) {
            routes.put(each, Replies.json(this::setLevel));
            routes.delete(
                    each,
                    Replies.json(ctx -> Replies.object(
                            LEVEL, settings.clearLevel(scope(ctx)).name())));
        }
    }

    private void addMode(RoutesConfig routes, String path) {
        routes.get(
                path,
                Replies.json(
                        ctx -> Replies.object(MODE, settings.mode(scope(ctx)).name())));
        routes.get(path + SUBJECT, Replies.json(this::mode));
        for (String each : new String[] {path, path + SUBJECT}) {
            routes.put(each, Replies.json(this::setMode));
            routes.delete(
                    each,
                    Replies.json(ctx ->
                            Replies.object(MODE, settings.clearMode(scope(ctx)).name())));
        }
    }

    private Object level(Context ctx) {
        String subject = scope(ctx);
        boolean outer = Requests.flag(ctx, "defaultToGlobal");
        return Replies.object(LEVEL, (outer ? settings.level(subject) : settings.ownLevel(subject)).name());
    }

    private Object setLevel(Context ctx) {
        String name = Requests.field(ctx, "compatibility");
        return Replies.object(
                "compatibility", settings.setLevel(scope(ctx), name).name());
    }

    private Object mode(Context ctx) {
        String subject = scope(ctx);
        boolean outer = Requests.flag(ctx, "defaultToGlobal");
        return Replies.object(MODE, (outer ? settings.mode(subject) : settings.ownMode(subject)).name());
    }

    private Object setMode(Context ctx) {
        boolean force = Requests.flag(ctx, "force");
        String name = Requests.field(ctx, MODE);
        return Replies.object(MODE, settings.setMode(scope(ctx), name, force).name());
    }

    private static String scope(Context ctx) {
        return ctx.pathParamMap().containsKey("subject")
                ? Requests.subject(ctx)
                : Subjects.prefixOf(Requests.context(ctx));
    }
}
