package io.upswing.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.app.views.Stages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a reader sees of an app; empty, or nothing, while it does not answer. */
final class AppViews implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;

    AppViews(String url) {
        this.url = url;
    }

    /** The body of an answer that is a 200. */
    Optional<String> get(String path) throws InterruptedException {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(TIMEOUT)
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The tasks of a stage that run. */
    private Stream<JsonNode> tasks(String stage) throws Exception {
        Optional<String> days = get("/api/v1/days");
        if (days.isEmpty()) {
            return Stream.empty();
        }
        return StreamSupport.stream(json.readTree(days.get()).get("tasks").spliterator(), false)
                .filter(task -> task.get("stage").asText().equals(stage));
    }

    /** The latest open day among the tasks of a stage. */
    Optional<LocalDate> openDay(String stage) throws Exception {
        return tasks(stage)
                .map(task -> task.get("open_day"))
                .filter(Predicate.not(JsonNode::isNull))
                .map(day -> LocalDate.parse(day.asText()))
                .max(LocalDate::compareTo);
    }

    /** Whether every rep task has evaluated a day, and none a later one. */
    boolean hasEvaluated(LocalDate day) throws Exception {
        return hasClosed(Stages.REP, day);
    }

    private boolean hasClosed(String stage, LocalDate day) throws Exception {
        return tasks(stage)
                        .filter(task -> task.get("evaluated_day").asText().equals(day.toString()))
                        .count()
                == Site.PARTITIONS;
    }

    /** Whether every task of every stage has closed a day, those of reps evaluated it, and none a later one. */
    boolean haveAllClosed(LocalDate day) throws Exception {
        for (String stage : List.of(Stages.ENTITY, Stages.REP, Stages.UNIT)) {
            if (!hasClosed(stage, day)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it says that it is ready. */
    boolean isReady() throws InterruptedException {
        return get("/health/ready").isPresent();
    }

    /** The records that wait in the tasks of the entity stage, if all run. */
    Optional<Long> waiting() throws Exception {
        List<Long> waiting = tasks("entity")
                .map(task -> task.get("waiting_records").asLong())
                .toList();
        return waiting.size() == Site.PARTITIONS
                ? Optional.of(waiting.stream().mapToLong(Long::longValue).sum())
                : Optional.empty();
    }

    /** The sum of a metric over all lines that begin so; −1 if there is none. */
    double metric(String lineStart) throws InterruptedException {
        return get("/metrics")
                .orElse("")
                .lines()
                .filter(line -> line.startsWith(lineStart))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum)
                .orElse(-1.0);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
