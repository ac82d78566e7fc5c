package io.upswing.app.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The least configuration, and more. */
final class Minimal {
    static final Map<String, String> SETTINGS = Map.of(
            "time-zone", "Europe/Copenhagen",
            "reporting-currency", "EUR",
            "working-week", "mon,tue,wed,thu,fri",
            "holidays", "none",
            "kafka.bootstrap.servers", "127.0.0.1:9092",
            "schema.registry.url", "mock://minimal");

    private Minimal() {}

    static AppConfig config() {
        return ConfigLoader.load(List.of(), Map.of(), SETTINGS);
    }

    static AppConfig with(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ConfigLoader.load(List.of(), Map.of(), settings);
    }
}
