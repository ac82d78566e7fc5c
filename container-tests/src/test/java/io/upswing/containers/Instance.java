package io.upswing.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** An instance of the app in a container, and what it answers. */
final class Instance {
    private static final int PORT = 7070;
    private static final long MEMORY = 1L << 30;
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** The app closes its tasks within 30 seconds. */
    private static final int GRACE_SECONDS = 40;

    private static final Pattern REP_TASK =
            Pattern.compile("(?m)^upswing_waiting_records\\{[^}]*stage=\"rep\",task=\"(\\d+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GenericContainer<?> container;
    private final HttpClient http = HttpClient.newHttpClient();

    private Instance(GenericContainer<?> container) {
        this.container = container;
    }

    /** Starts one, and waits until it is ready. */
    static Instance start(String name, Network network, Map<String, String> configuration, String volume) {
        Map<String, String> environment = new TreeMap<>(configuration);
        environment.put("UPSWING_CLOCK_ENABLED", "false");
        environment.put("UPSWING_HTTP_HOST", "0.0.0.0");
        environment.put("UPSWING_HTTP_ALLOW_REMOTE", "yes, without authentication");
        environment.put("UPSWING_HTTP_ADVERTISED", name + ":" + PORT);
        environment.put("UPSWING_KAFKA_NUM_STANDBY_REPLICAS", "1");
        Bind state = new Bind(volume, new Volume("/var/lib/upswing"));
        GenericContainer<?> container = new GenericContainer<>(Images.upswing())
                .withNetwork(network)
                .withNetworkAliases(name)
                .withEnv(environment)
                .withExposedPorts(PORT)
                .withCreateContainerCmdModifier(create -> Objects.requireNonNull(create.getHostConfig())
                        .withBinds(state)
                        .withMemory(MEMORY))
                .waitingFor(Wait.forHttp("/health/ready").forPort(PORT).withStartupTimeout(START));
        container.start();
        return new Instance(container);
    }

    /** Ends it with SIGTERM, and returns its exit code. */
    long stop() {
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(GRACE_SECONDS)
                .exec();
        Long code = container.getCurrentContainerInfo().getState().getExitCodeLong();
        container.stop();
        return Objects.requireNonNull(code, "no exit code");
    }

    /** Ends it with SIGKILL. */
    void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        container.stop();
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(body(HttpRequest.newBuilder(uri(path))));
    }

    /** Sends a command, and waits until it is accepted. */
    void command(String id, String rep, String author, String role, String command) throws Exception {
        String body = """
                {"id": "%s", "rep": "%s", "author": {"id": "%s", "role": "%s"}, "command": %s}""".formatted(id, rep, author, role, command);
        JsonNode sent = JSON.readTree(body(HttpRequest.newBuilder(uri("/api/v1/commands"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
        Await.until(() -> {
            JsonNode result = json(sent.path("result").asText());
            if (!result.path("accepted").asBoolean()) {
                throw new AssertionError(result.toString());
            }
        });
    }

    /** The revenue of a rep in the last 30 days. */
    BigDecimal revenue(String rep) throws IOException, InterruptedException {
        return json("/api/v1/kpis/rep/%s?window=30d".formatted(rep))
                .findPath("revenue")
                .path("value")
                .decimalValue();
    }

    /** The tasks of the rep stage that it runs. */
    Set<Integer> repTasks() throws IOException, InterruptedException {
        Set<Integer> tasks = new TreeSet<>();
        REP_TASK.matcher(body(HttpRequest.newBuilder(uri("/metrics"))))
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .forEach(tasks::add);
        return tasks;
    }

    private URI uri(String path) {
        return URI.create("http://%s:%d%s".formatted(container.getHost(), container.getMappedPort(PORT), path));
    }

    private String body(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
