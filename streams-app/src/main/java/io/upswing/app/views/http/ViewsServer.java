package io.upswing.app.views.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.upswing.app.views.DayOutOfReachException;
import io.upswing.app.views.UnavailableException;
import io.upswing.app.views.http.Problem.Kind;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. It opens its port before Kafka Streams is made, which must know the address that it advertises; until
 * {@link #serve} says what to serve, it answers that it is not ready.
 */
public final class ViewsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewsServer.class);
    /** Two instances that gather from each other must not use up each other's threads. */
    private static final int MOST_THREADS = 64;

    private static final int FEWEST_THREADS = 4;

    private final Served served;
    private final Javalin javalin;

    /** What is served. */
    private static final class Served {
        private volatile Optional<Views> views = Optional.empty();

        Views now() {
            return views.orElseThrow(() -> new UnavailableException("the app is starting: try again"));
        }
    }

    private ViewsServer(Served served, Javalin javalin) {
        this.served = served;
        this.javalin = javalin;
    }

    /**
     * Opens the port and answers from then on.
     *
     * @param port    0 for a free one
     * @param metrics all metrics in Prometheus' text format
     * @throws PortNotOpenException if it can't be opened
     */
    public static ViewsServer start(String host, int port, Supplier<String> metrics) {
        Served served = new Served();
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            new KpiRoutes(served::now).addTo(config.routes);
            new CaseRoutes(served::now).addTo(config.routes);
            new CommandRoutes(served::now).addTo(config.routes);
            new InstanceCaseRoutes(served::now).addTo(config.routes);
            new InstanceRoutes(served::now).addTo(config.routes);
            new OperationsRoutes(() -> served.views, metrics).addTo(config.routes);
            addErrors(config.routes);
        });
        try {
            return new ViewsServer(served, javalin.start(host, port));
        } catch (JavalinBindException e) {
            throw new PortNotOpenException(host, port, Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** What to serve from now on. */
    public void serve(Views views) {
        served.views = Optional.of(views);
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
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        // An id may hold any character, a slash too.
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    }

    private static void addErrors(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> Replies.problem(ctx, e.problem()));
        routes.exception(
                DayOutOfReachException.class, (e, ctx) -> Replies.problem(ctx, problem(Kind.DAY_OUT_OF_REACH, e)));
        routes.exception(UnavailableException.class, (e, ctx) -> Replies.problem(ctx, problem(Kind.UNAVAILABLE, e)));
        routes.exception(HttpResponseException.class, (e, ctx) -> Replies.problem(ctx, refused(ctx, e)));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("a request to {} failed", ctx.endpoint().path, e);
            Replies.problem(ctx, new Problem(Kind.INTERNAL, "the app's log says more"));
        });
    }

    private static Problem problem(Kind kind, Exception e) {
        return new Problem(kind, String.valueOf(e.getMessage()));
    }

    private static Problem refused(Context ctx, HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> new Problem(Kind.NO_SUCH_PATH, "nothing lies at this path: docs/api.md lists what there is");
            case 405 ->
                new Problem(
                        Kind.READ_ONLY,
                        ctx.path().equals(CommandRoutes.PATH)
                                ? "commands are sent here: use POST, not " + ctx.method()
                                : "this path is for reading: use GET, not " + ctx.method());
            default -> problem(Kind.BAD_REQUEST, e);
        };
    }
}
