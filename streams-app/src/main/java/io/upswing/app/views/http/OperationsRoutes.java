package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.upswing.app.views.UnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Health and metrics, for whoever looks after the process. */
final class OperationsRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<Optional<Views>> views;
    private final Supplier<String> metrics;

    /**
     * @param views   empty while the app starts
     * @param metrics in Prometheus' text format
     */
    OperationsRoutes(Supplier<Optional<Views>> views, Supplier<String> metrics) {
        this.views = views;
        this.metrics = metrics;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", Replies.json(ctx -> live()));
        routes.get("/health/ready", Replies.json(this::ready));
        routes.get("/metrics", ctx -> ctx.contentType(PROMETHEUS).result(metrics.get()));
    }

    private JsonNode live() {
        if (!views.get().map(now -> now.health().isAlive()).orElse(true)) {
            throw new UnavailableException("Kafka Streams has failed: the log says why; start the app again");
        }
        return Json.object().put("status", "live");
    }

    private JsonNode ready(Context ctx) {
        List<String> obstacles =
                views.get().map(now -> now.health().obstacles()).orElse(List.of("the app is starting"));
        if (!obstacles.isEmpty()) {
            throw new UnavailableException(String.join("; ", obstacles));
        }
        return Json.object().put("status", "ready");
    }
}
