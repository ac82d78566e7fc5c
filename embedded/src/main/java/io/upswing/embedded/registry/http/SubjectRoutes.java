package io.upswing.embedded.registry.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.embedded.registry.SchemaRegistry;
import io.upswing.embedded.registry.SchemaVersion;
import io.upswing.embedded.registry.Subjects;
import java.util.List;
import java.util.stream.Stream;

/** Subjects and their versions: register, look up, list, delete, check. */
final class SubjectRoutes {
    private static final String SUBJECT = "/subjects/{subject}";
    private static final String VERSION = SUBJECT + "/versions/{version}";

    private final SchemaRegistry registry;

    SubjectRoutes(SchemaRegistry registry) {
        this.registry = registry;
    }

    void addTo(RoutesConfig routes) {
        for (String base : Bases.ALL) {
            routes.get(base + "/subjects", Replies.json(this::subjects));
            routes.post(base + SUBJECT, Replies.json(this::lookup));
            routes.delete(base + SUBJECT, Replies.json(this::deleteSubject));
            routes.get(base + SUBJECT + "/versions", Replies.json(this::versions));
            routes.post(base + SUBJECT + "/versions", Replies.json(this::register));
            routes.get(base + VERSION, Replies.json(ctx -> Replies.version(version(ctx))));
            routes.get(
                    base + VERSION + "/schema",
                    Replies.text(ctx -> version(ctx).text().schema()));
            routes.get(base + VERSION + "/referencedby", Replies.json(ctx -> registry.referencedBy(version(ctx))));
            routes.delete(base + VERSION, Replies.json(this::deleteVersion));
            routes.post(base + "/compatibility" + SUBJECT + "/versions", Replies.json(this::checkAll));
            routes.post(base + "/compatibility" + VERSION, Replies.json(this::checkOne));
        }
    }

    private List<String> subjects(Context ctx) {
        String prefix = Requests.subjectPrefix(ctx);
        return listed(ctx)
                .map(SchemaVersion::subject)
                .filter(s -> Subjects.startsWith(s, prefix))
                .distinct()
                .toList();
    }

    private Stream<SchemaVersion> listed(Context ctx) {
        if (Requests.flag(ctx, "deletedOnly")) {
            return registry.state().all(true).stream()
                    .filter(v -> registry.state().versions(v.subject(), false).isEmpty());
        }
        return registry.state().all(Requests.flag(ctx, "deleted")).stream();
    }

    private Object lookup(Context ctx) {
        return Replies.version(
                registry.lookup(Requests.subject(ctx), Requests.schema(ctx).text(), Requests.flag(ctx, "deleted")));
    }

    private Object register(Context ctx) {
        return Replies.object("id", registry.register(Requests.subject(ctx), Requests.schema(ctx)));
    }

    private List<Integer> versions(Context ctx) {
        boolean deletedOnly = Requests.flag(ctx, "deletedOnly");
        return registry.existing(Requests.subject(ctx), deletedOnly || Requests.flag(ctx, "deleted")).stream()
                .filter(v -> !deletedOnly || v.deleted())
                .map(SchemaVersion::version)
                .toList();
    }

    private SchemaVersion version(Context ctx) {
        return registry.version(Requests.subject(ctx), ctx.pathParam("version"), Requests.flag(ctx, "deleted"));
    }

    private Object deleteSubject(Context ctx) {
        String subject = Requests.subject(ctx);
        return Requests.flag(ctx, "permanent")
                ? registry.deletions().eraseSubject(subject)
                : registry.deletions().deleteSubject(subject);
    }

    private Object deleteVersion(Context ctx) {
        String subject = Requests.subject(ctx);
        String version = ctx.pathParam("version");
        return Requests.flag(ctx, "permanent")
                ? registry.deletions().eraseVersion(subject, version)
                : registry.deletions().deleteVersion(subject, version);
    }

    private Object checkAll(Context ctx) {
        List<String> reasons = registry.incompatibilities(
                Requests.subject(ctx), Requests.schema(ctx).text());
        return Replies.compatible(reasons, Requests.flag(ctx, "verbose"));
    }

    private Object checkOne(Context ctx) {
        List<String> reasons = registry.incompatibilities(
                Requests.subject(ctx), Requests.schema(ctx).text(), ctx.pathParam("version"));
        return Replies.compatible(reasons, Requests.flag(ctx, "verbose"));
    }
}
