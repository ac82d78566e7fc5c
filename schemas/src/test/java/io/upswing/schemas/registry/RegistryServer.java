package io.upswing.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every request the same, as a registry in a certain mood does. */
public final class RegistryServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    private record Answer(int status, String body) {}

    private RegistryServer(HttpServer server, Answer answer) {
        this.server = server;
        this.answer = answer;
    }

    /** A server that answers with a status and a body. */
    public static RegistryServer answering(int status, String body) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RegistryServer server = new RegistryServer(http, new Answer(status, body));
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    /** A server that answers with an error of the registry's own form. */
    public static RegistryServer refusing(int status, int code) throws IOException {
        return answering(status, "{\"error_code\":" + code + ",\"message\":\"no\"}");
    }

    /** From now on another answer. */
    public void answer(int status, String body) {
        answer = new Answer(status, body);
    }

    /** Methods and paths asked for so far, with the Authorization header if there was one. */
    public List<String> requests() {
        return requests;
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A client's configuration for it. */
    public Map<String, Object> config() {
        return Map.of(RegistryClient.URL, url());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                    + (authorization == null ? "" : " " + authorization));
            Answer now = answer;
            byte[] body = now.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(now.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
