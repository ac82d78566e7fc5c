package io.upswing.embedded.registry.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.upswing.embedded.registry.Refusal;
import io.upswing.embedded.registry.SchemaRegistry;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of the registry's REST API. */
public final class RegistryServer implements AutoCloseable {
    private static final int MOST_THREADS = 16;
    private static final int FEWEST_THREADS = 4;

    private final Javalin javalin;

    private RegistryServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Opens the port, 0 for a free one, and answers from then on. */
    public static RegistryServer start(SchemaRegistry registry, String host, int port, Protection protection) {
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            config.jetty.addConnector((server, http) -> protection.connector(server, http, host, port));
            config.routes.before(protection::check);
            new SubjectRoutes(registry).addTo(config.routes);
            new SchemaRoutes(registry).addTo(config.routes);
            new SettingsRoutes(registry.settings()).addTo(config.routes);
            addErrors(config);
        });
        return new RegistryServer(javalin.start());
    }

    /** The port that is open. */
    public int port() {
        return javalin.port();
    }

    /** Closes the port; returns when it is closed. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        // A subject may hold any character, a slash too.
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    }

    private static void addErrors(JavalinConfig config) {
        config.routes.exception(
                Refusal.class, (e, ctx) -> Replies.error(ctx, e.status(), e.code(), String.valueOf(e.getMessage())));
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) -> Replies.error(ctx, e.getStatus(), e.getStatus(), String.valueOf(e.getMessage())));
        config.routes.exception(Exception.class, (e, ctx) -> Replies.error(ctx, 500, 500, e.toString()));
    }
}
