package io.upswing.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks a running app. While its stores move (503), it is asked again for a while. */
public final class ApiClient implements AutoCloseable {
    // Numbers stay as they are written.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final URI base;
    private final Duration patience;
    private final HttpClient http;

    /**
     * Connects when it is asked for something.
     *
     * @param base the app's address, as {@code http://127.0.0.1:7070}
     * @param patience how long to ask again while the app says that it can't answer at the moment
     */
    public ApiClient(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    /**
     * The JSON at a path.
     *
     * @throws CommandFailed if there is no answer, or it is no
     */
    public JsonNode json(String path, Map<String, String> query) {
        URI uri = uri(path, query);
        HttpResponse<byte[]> response = ask(uri, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != OK) {
            throw refused(uri, response);
        }
        return read(response);
    }

    /**
     * The JSON at a path; empty if there is none (404).
     *
     * @throws CommandFailed if there is no answer, or another one
     */
    public Optional<JsonNode> find(String path, Map<String, String> query) {
        URI uri = uri(path, query);
        HttpResponse<byte[]> response = ask(uri, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw refused(uri, response);
        }
        return Optional.of(read(response));
    }

    /**
     * Sends JSON to a path, and returns what is answered.
     *
     * @throws CommandFailed if there is no answer, or it is no
     */
    public JsonNode post(String path, JsonNode body) {
        URI uri = uri(path, Map.of());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<byte[]> response = ask(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != ACCEPTED) {
            throw refused(uri, response);
        }
        return read(response);
    }

    private static CommandFailed refused(URI uri, HttpResponse<byte[]> response) {
        return refused(uri, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    }

    private JsonNode read(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.UNAVAILABLE, base + " does not answer as Upswing does: no JSON", e);
        }
    }

    /**
     * Writes what is at a path to a file, which is replaced if it is there.
     *
     * @throws CommandFailed if there is no answer, or it is no
     */
    public void download(String path, Path file) {
        URI uri = uri(path, Map.of());
        // Without the last option what was longer before would keep its end.
        HttpResponse<Path> response = ask(
                uri,
                HttpResponse.BodyHandlers.ofFile(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING));
        if (response.statusCode() != OK) {
            throw refused(uri, response.statusCode(), "nothing was written to " + file);
        }
    }

    /** As text with line breaks, for people and for other programs. */
    public static String pretty(JsonNode json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a segment of a path, or a value of a parameter. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }

    private <T> HttpResponse<T> ask(URI uri, HttpResponse.BodyHandler<T> body) {
        return ask(HttpRequest.newBuilder(uri).timeout(ANSWER).build(), body);
    }

    private <T> HttpResponse<T> ask(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            HttpResponse<T> response = http.send(request, body);
            while (response.statusCode() == UNAVAILABLE && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE);
                response = http.send(request, body);
            }
            return response;
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.UNAVAILABLE,
                    "nothing answers at " + base + ": is the app running there? --url says where to ask",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.FAILED, "interrupted", e);
        }
    }

    private static CommandFailed refused(URI uri, int status, String body) {
        return status == UNAVAILABLE
                ? new CommandFailed(ExitCode.UNAVAILABLE, "the app can't answer at the moment: " + reason(body))
                : new CommandFailed(ExitCode.FAILED, reason(body) + " (" + status + " from " + uri + ")");
    }

    private static String reason(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (problem.path("detail").isTextual()) {
                return problem.path("detail").asText();
            }
        } catch (JsonProcessingException e) {
            // Then it is text for a person.
        }
        return body.isBlank() ? "no reason given" : body.strip();
    }

    private URI uri(String path, Map<String, String> query) {
        String parameters = new TreeMap<>(query)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
                + path
                + (parameters.isEmpty() ? "" : "?" + parameters));
    }
}
