package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.upswing.app.views.http.Problem.Kind;
import java.util.function.Function;

/** Answers. */
final class Replies {
    /** Rebalances take seconds; who asks again after one loses little. */
    private static final String RETRY_AFTER_SECONDS = "1";

    private Replies() {}

    /** A handler that answers with what the function returns. */
    static Handler json(Function<Context, JsonNode> answer) {
        return ctx -> {
            byte[] body = Json.bytes(answer.apply(ctx));
            ctx.contentType("application/json").result(body);
        };
    }

    static void problem(Context ctx, Problem problem) {
        if (problem.kind() == Kind.UNAVAILABLE) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        ctx.status(problem.kind().status()).contentType(Problem.CONTENT_TYPE).result(Json.bytes(problem.toJson()));
    }
}
