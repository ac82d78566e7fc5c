package io.upswing.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The app's answers about KPIs, {@code /api/v1/kpis}. */
public final class Kpis {
    private static final String ROOT = "/api/v1/kpis/";

    /**
     * Which KPIs are wanted.
     *
     * @param level {@code rep}, {@code team}, {@code region} or {@code company}
     * @param id all of the level if empty
     * @param window all that the app keeps if empty
     * @param day the open day if empty
     */
    public record Question(String level, Optional<String> id, Optional<String> window, Optional<LocalDate> day) {
        /** All of a level in one window that ends on one day. */
        public static Question all(String level, String window, LocalDate day) {
            return new Question(level, Optional.empty(), Optional.of(window), Optional.of(day));
        }
    }

    private Kpis() {}

    /** The answer as it comes. */
    public static JsonNode ask(ApiClient api, Question question) {
        Map<String, String> query = new HashMap<>();
        question.window().ifPresent(window -> query.put("window", window));
        question.day().ifPresent(day -> query.put("day", day.toString()));
        String path = ROOT
                + ApiClient.encoded(question.level())
                + question.id().map(id -> "/" + ApiClient.encoded(id)).orElse("");
        return api.json(path, query);
    }

    /** What an answer says, by subject and window in its order. */
    public static List<KpisOf> read(JsonNode answer) {
        String level = answer.path("level").asText();
        List<KpisOf> all = new ArrayList<>();
        if (answer.has("subjects")) {
            answer.path("subjects").forEach(subject -> addWindows(all, level, subject));
        } else {
            addWindows(all, level, answer);
        }
        return all;
    }

    private static void addWindows(List<KpisOf> all, String level, JsonNode subject) {
        Optional<KpisOf.Unit> team = unit(subject.path("team"));
        for (JsonNode window : subject.path("windows")) {
            all.add(new KpisOf(
                    level,
                    subject.path("id").asText(),
                    text(subject.path("name")),
                    team,
                    LocalDate.parse(window.path("to").asText()),
                    window.path("window").asText(),
                    values(window.path("kpis"))));
        }
    }

    private static Map<String, BigDecimal> values(JsonNode kpis) {
        Map<String, BigDecimal> values = new HashMap<>();
        kpis.properties().forEach(kpi -> {
            JsonNode value = kpi.getValue().path("value");
            if (value.isNumber()) {
                values.put(kpi.getKey(), value.decimalValue());
            }
        });
        return values;
    }

    private static Optional<KpisOf.Unit> unit(JsonNode unit) {
        return unit.isObject()
                ? Optional.of(new KpisOf.Unit(unit.path("id").asText(), text(unit.path("name"))))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
