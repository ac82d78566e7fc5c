package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.app.avro.AvroJson;
import io.upswing.app.avro.PlanTermsAvro;
import io.upswing.app.views.UnavailableException;
import io.upswing.app.views.http.Problem.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes commands, and says what became of them. */
final class CommandRoutes {
    static final String PATH = "/api/v1/commands";
    private static final int ACCEPTED = 202;

    private final Supplier<Views> views;

    CommandRoutes(Supplier<Views> views) {
        this.views = views;
    }

    void addTo(RoutesConfig routes) {
        routes.post(PATH, Replies.json(this::take));
        routes.get(PATH + "/{id}", Replies.json(this::outcome));
    }

    private JsonNode take(Context ctx) {
        Requests.allow(ctx);
        // No page of ours sends commands: one that does has come through a browser from elsewhere, under whatever name.
        if (ctx.header("Origin") != null) {
            throw new ProblemException(Kind.FROM_A_PAGE, "commands are not taken from pages in a browser");
        }
        // A page of another site can post text without asking, but not this type.
        if (!Optional.ofNullable(ctx.contentType()).orElse("").startsWith("application/json")) {
            throw new ProblemException(Kind.NO_JSON, "send the command with Content-Type: application/json");
        }
        Views now = views.get();
        CommandRequest request = CommandRequest.read(ctx.bodyAsBytes());
        PlanTermsAvro terms =
                new PlanTermsAvro(now.settings().windowSettings().calendar().fiscalYearStart());
        try {
            request.handIn(now.cases().inbox(), now.cases().notes(), terms);
        } catch (UnavailableException e) {
            throw new UnavailableException(
                    e.getMessage() + "; send it again with the id '" + request.id()
                            + "', since it may have been kept all the same",
                    e);
        }
        String where = PATH + "/" + encoded(request.id()) + "?rep=" + encoded(request.rep());
        ctx.status(ACCEPTED).header("Location", where);
        return Json.object().put("id", request.id()).put("rep", request.rep()).put("result", where);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode outcome(Context ctx) {
        Requests.allow(ctx, "rep");
        String id = ctx.pathParam("id");
        String rep = Requests.query(ctx, "rep")
                .orElseThrow(() -> new ProblemException(
                        Kind.MISSING_PARAMETER, "the parameter 'rep' is missing: whom the command is about"));
        return views.get()
                .cases()
                .queries()
                .outcome(rep, id)
                .map(AvroJson::of)
                .orElseThrow(() -> new ProblemException(
                        Kind.PENDING_COMMAND,
                        "no command '" + id + "' about the rep '" + rep
                                + "' has been handled yet: it may wait for the day before to be evaluated, or none was"
                                + " sent; ask again"));
    }
}
