package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.app.avro.AvroJson;
import io.upswing.app.views.CaseRow;
import io.upswing.app.views.EventLog;
import io.upswing.app.views.OpenCases;
import io.upswing.app.views.UnavailableException;
import io.upswing.app.views.http.Problem.Kind;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.PlanCurrent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Issues and plans under {@code /api/v1}, and the export of what ever happened to them. */
final class CaseRoutes {
    private static final String OPEN = "open";
    private static final String ALL = "all";

    private final Supplier<Views> views;
    // An export is held in memory while it is sorted: many at once would take it from the stages.
    private final Semaphore exports = new Semaphore(1);

    CaseRoutes(Supplier<Views> views) {
        this.views = views;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/issues", Replies.json(this::issues));
        routes.get("/api/v1/issues/{rep}/{rule}", Replies.json(this::issue));
        routes.get("/api/v1/plans", Replies.json(this::plans));
        routes.get("/api/v1/plans/{rep}/{plan}", Replies.json(this::plan));
        routes.get("/api/v1/export/issues", ctx -> export(ctx, "issues.jsonl", log -> log.issues()));
        routes.get("/api/v1/export/plans", ctx -> export(ctx, "plans.jsonl", log -> log.plans()));
    }

    private JsonNode issues(Context ctx) {
        Requests.allow(ctx, "rep", "team", "status");
        String status = Requests.query(ctx, "status").orElse(OPEN);
        if (!status.equals(OPEN) && !status.equals(ALL)) {
            throw unknownStatus(status, "open, all");
        }
        Views now = views.get();
        List<CaseRow<IssueCurrent>> rows = now.cases().queries().issues(Requests.query(ctx, "rep")).stream()
                .filter(inTeam(ctx))
                .filter(row -> status.equals(ALL) || OpenCases.isOpen(row.current()))
                .toList();
        return json(now).list("issues", rows);
    }

    private static <C> Predicate<CaseRow<C>> inTeam(Context ctx) {
        Optional<String> team = Requests.query(ctx, "team");
        return row -> team.isEmpty() || row.placement().team().equals(team);
    }

    private JsonNode issue(Context ctx) {
        Requests.allow(ctx);
        String rep = ctx.pathParam("rep");
        String rule = ctx.pathParam("rule");
        Views now = views.get();
        return json(now)
                .one(now.cases()
                        .queries()
                        .issue(rep, rule)
                        .orElseThrow(() -> new ProblemException(
                                Kind.UNKNOWN_ISSUE,
                                "no rule '" + rule + "' has been evaluated for the rep '" + rep
                                        + "': GET /api/v1/issues?status=all&rep=" + rep + " lists those that have")));
    }

    private JsonNode plans(Context ctx) {
        Requests.allow(ctx, "rep", "team", "status");
        Predicate<PlanCurrent> wanted = withStatus(Requests.query(ctx, "status").orElse(OPEN));
        Views now = views.get();
        List<CaseRow<PlanCurrent>> rows = now.cases().queries().plans(Requests.query(ctx, "rep")).stream()
                .filter(inTeam(ctx))
                .filter(row -> wanted.test(row.current()))
                .toList();
        return json(now).list("plans", rows);
    }

    private static Predicate<PlanCurrent> withStatus(String status) {
        return switch (status) {
            case ALL -> plan -> true;
            case OPEN -> OpenCases::isOpen;
            case "draft", "proposed", "acknowledged", "active", "paused" ->
                plan -> plan.getStatus().equals(status);
            case "completed", "cancelled", "reinforcement", "closed" ->
                plan -> plan.getStatus().equals(status);
            default ->
                throw unknownStatus(
                        status,
                        "open, all, draft, proposed, acknowledged, active, paused, completed, cancelled, reinforcement,"
                                + " closed");
        };
    }

    private static ProblemException unknownStatus(String status, String known) {
        return new ProblemException(Kind.UNKNOWN_STATUS, "'" + status + "' is no status: use " + known);
    }

    private JsonNode plan(Context ctx) {
        Requests.allow(ctx);
        String rep = ctx.pathParam("rep");
        String plan = ctx.pathParam("plan");
        Views now = views.get();
        return json(now)
                .one(now.cases()
                        .queries()
                        .plan(rep, plan)
                        .orElseThrow(() -> new ProblemException(
                                Kind.UNKNOWN_PLAN,
                                "the rep '" + rep + "' has no plan '" + plan + "': GET /api/v1/plans?status=all&rep="
                                        + rep + " lists those there are")));
    }

    private void export(Context ctx, String file, Function<EventLog, List<? extends SpecificRecord>> read) {
        Requests.allow(ctx);
        if (!exports.tryAcquire()) {
            throw new UnavailableException("another export is being read: ask again when it is done");
        }
        try {
            List<? extends SpecificRecord> events =
                    read.apply(views.get().cases().log());
            TextStream.write(
                    ctx,
                    "application/jsonl; charset=utf-8",
                    file,
                    out -> events.forEach(event -> out.accept(Json.text(AvroJson.of(event)) + "\n")));
        } finally {
            exports.release();
        }
    }

    private static CaseJson json(Views now) {
        return new CaseJson(now.names(), now.cases().notes(), now.settings().currency());
    }
}
