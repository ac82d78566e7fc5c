package io.upswing.embedded.registry.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.embedded.registry.SchemaRegistry;
import io.upswing.embedded.registry.SchemaVersion;
import io.upswing.embedded.registry.Subjects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Schemas by id, the list of schemas, types and contexts. */
final class SchemaRoutes {
    private static final String BY_ID = "/schemas/ids/{id}";

    private final SchemaRegistry registry;

    SchemaRoutes(SchemaRegistry registry) {
        this.registry = registry;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", Replies.json(ctx -> Map.of()));
        routes.get("/contexts", Replies.json(ctx -> contexts()));
        for (String base : Bases.ALL) {
            routes.get(base + "/schemas", Replies.json(this::schemas));
            routes.get(base + "/schemas/types", Replies.json(ctx -> List.of("AVRO")));
            routes.get(
                    base + BY_ID, Replies.json(ctx -> Replies.schema(byId(ctx).text())));
            routes.get(
                    base + BY_ID + "/schema",
                    Replies.text(ctx -> byId(ctx).text().schema()));
            routes.get(base + BY_ID + "/subjects", Replies.json(this::subjects));
            routes.get(base + BY_ID + "/versions", Replies.json(this::versions));
        }
    }

    private List<String> contexts() {
        Stream<String> used = registry.state().all(false).stream().map(v -> Subjects.contextOf(v.subject()));
        return Stream.concat(Stream.of(Subjects.DEFAULT_CONTEXT), used)
                .distinct()
                .sorted()
                .toList();
    }

    private Object schemas(Context ctx) {
        String prefix = Requests.subjectPrefix(ctx);
        boolean deleted = Requests.flag(ctx, "deleted");
        boolean latestOnly = Requests.flag(ctx, "latestOnly");
        return registry.state().all(deleted).stream()
                .filter(v -> Subjects.startsWith(v.subject(), prefix))
                .filter(v -> !latestOnly
                        || v.equals(registry.existing(v.subject(), deleted).getLast()))
                .map(Replies::version)
                .toList();
    }

    private SchemaVersion byId(Context ctx) {
        return registry.byId(Requests.id(ctx));
    }

    private Object subjects(Context ctx) {
        return uses(ctx).map(SchemaVersion::subject).distinct().toList();
    }

    private Object versions(Context ctx) {
        return uses(ctx)
                .map(v -> Replies.object("subject", v.subject()).put("version", v.version()))
                .toList();
    }

    private Stream<SchemaVersion> uses(Context ctx) {
        int id = byId(ctx).id();
        return registry.state().all(Requests.flag(ctx, "deleted")).stream().filter(v -> v.id() == id);
    }
}
