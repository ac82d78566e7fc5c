package io.upswing.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the stages are, {@code /api/v1/days}.
 *
 * @param missing tasks that nobody runs at the moment, as {@code stage partition}
 * @param unreachable instances that did not answer
 */
public record DaysReport(List<Task> tasks, List<String> missing, List<String> unreachable) {
    /**
     * A task.
     *
     * @param openDay empty if no day has opened yet
     * @param evaluatedDay the last day evaluated, if any
     * @param holding what keeps the open day from closing
     * @param waiting records that wait for the schema registry
     */
    public record Task(
            String stage,
            int partition,
            Optional<LocalDate> openDay,
            Optional<LocalDate> evaluatedDay,
            List<String> holding,
            long waiting) {
        /** Copies the list. */
        public Task {
            holding = List.copyOf(holding);
        }
    }

    /** Copies the lists. */
    public DaysReport {
        tasks = List.copyOf(tasks);
        missing = List.copyOf(missing);
        unreachable = List.copyOf(unreachable);
    }

    /** Asks the app. */
    public static DaysReport ask(ApiClient api) {
        return read(api.json("/api/v1/days", Map.of()));
    }

    /** The first of the open days; empty while a task has none, or is missing. */
    public Optional<LocalDate> firstOpenDay() {
        boolean known = !tasks.isEmpty()
                && missing.isEmpty()
                && tasks.stream().allMatch(task -> task.openDay().isPresent());
        return known
                ? tasks.stream().flatMap(task -> task.openDay().stream()).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The last of the open days, if there is any. */
    public Optional<LocalDate> lastOpenDay() {
        return tasks.stream().flatMap(task -> task.openDay().stream()).max(Comparator.naturalOrder());
    }

    static DaysReport read(JsonNode answer) {
        List<Task> tasks = new ArrayList<>();
        answer.path("tasks").forEach(task -> tasks.add(task(task)));
        List<String> missing = new ArrayList<>();
        answer.path("missing")
                .forEach(task -> missing.add(task.path("stage").asText() + " "
                        + task.path("partition").asInt()));
        return new DaysReport(tasks, missing, texts(answer.path("unreachable")));
    }

    private static Task task(JsonNode task) {
        return new Task(
                task.path("stage").asText(),
                task.path("partition").asInt(),
                day(task.path("open_day")),
                day(task.path("evaluated_day")),
                texts(task.path("holding")),
                task.path("waiting_records").asLong());
    }

    private static Optional<LocalDate> day(JsonNode day) {
        return day.isTextual() ? Optional.of(LocalDate.parse(day.asText())) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
