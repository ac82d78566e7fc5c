package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.app.views.InstanceCases;
import io.upswing.app.views.http.Problem.Kind;
import java.util.Optional;
import java.util.function.Supplier;

/** What instances ask each other about issues, plans and commands. */
final class InstanceCaseRoutes {
    static final String ISSUES = "/issues";
    static final String ISSUE = "/issue";
    static final String PLANS = "/plans";
    static final String PLAN = "/plan";
    static final String OUTCOME = "/command";

    private final Supplier<Views> views;

    InstanceCaseRoutes(Supplier<Views> views) {
        this.views = views;
    }

    void addTo(RoutesConfig routes) {
        String base = InstanceRoutes.BASE;
        routes.get(
                base + ISSUES, Replies.json(ctx -> InstanceCaseJson.tasks(local().issues(Requests.query(ctx, "rep")))));
        routes.get(
                base + ISSUE,
                Replies.json(ctx ->
                        found(local().issue(must(ctx, "rep"), must(ctx, "id")).map(InstanceCaseJson::file))));
        routes.get(
                base + PLANS, Replies.json(ctx -> InstanceCaseJson.tasks(local().plans(Requests.query(ctx, "rep")))));
        routes.get(
                base + PLAN,
                Replies.json(ctx ->
                        found(local().plan(must(ctx, "rep"), must(ctx, "id")).map(InstanceCaseJson::file))));
        routes.get(
                base + OUTCOME,
                Replies.json(ctx -> found(local().outcome(must(ctx, "rep"), must(ctx, "id"))
                        .map(outcome -> Json.object().put("outcome", AvroBytes.text(outcome))))));
    }

    private static String must(Context ctx, String parameter) {
        return Requests.query(ctx, parameter)
                .orElseThrow(() -> new ProblemException(Kind.MISSING_PARAMETER, parameter + " is missing"));
    }

    private static <T extends JsonNode> JsonNode found(Optional<T> document) {
        return document.orElseThrow(() -> new ProblemException(Kind.UNKNOWN_SUBJECT, "there is none"));
    }

    private InstanceCases local() {
        return views.get().local().cases();
    }
}
