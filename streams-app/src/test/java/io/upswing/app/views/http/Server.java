package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.app.views.CaseViews;
import io.upswing.app.views.Health;
import io.upswing.app.views.Instance;
import io.upswing.app.views.KpiQueries;
import io.upswing.app.views.Names;
import io.upswing.app.views.ViewSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

/** A server on a free port, and a client of it. */
final class Server implements AutoCloseable {
    static final Health HEALTHY = new Health() {
        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public List<String> obstacles() {
            return List.of();
        }
    };

    /** Where nobody asks for issues or plans. */
    static final CaseViews NO_CASES =
            new CaseViews(new StubCases(), id -> Optional.empty(), new StubInbox(), new StubLog());

    private final ViewsServer server = ViewsServer.start("127.0.0.1", 0, () -> "up 1\n");
    private final HttpClient client = HttpClient.newHttpClient();

    static Server starting() {
        return new Server();
    }

    static Server of(KpiQueries queries, Instance local, Names names, ViewSettings settings) {
        return of(queries, local, names, settings, NO_CASES);
    }

    static Server of(KpiQueries queries, Instance local, Names names, ViewSettings settings, CaseViews cases) {
        Server server = new Server();
        server.serve(new Views(queries, local, names, HEALTHY, settings, cases));
        return server;
    }

    void serve(Views views) {
        server.serve(views);
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String path) {
        return send("GET", path);
    }

    HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postFromAPage(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .header("Origin", "http://rebound.example:" + port())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.read(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
