package io.upswing.app.config;

import io.upswing.schemas.registry.RegistryClient;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of Confluent's registry client and serdes, which pass through as they are. */
final class RegistryKeys {
    static final String URL = RegistryClient.URL;

    static final List<String> PREFIXES = List.of(
            "schema.registry.",
            "basic.auth.",
            "bearer.auth.",
            "proxy.",
            "missing.",
            "rule.",
            "avro.",
            "specific.avro.");

    static final Set<String> NAMES = Set.of(
            URL,
            "auto.register.schemas",
            "use.latest.version",
            "use.latest.with.metadata",
            "use.schema.id",
            "id.compatibility.strict",
            "latest.compatibility.strict",
            "latest.cache.size",
            "latest.cache.ttl.sec",
            "normalize.schemas",
            "max.schemas.per.subject",
            "key.subject.name.strategy",
            "value.subject.name.strategy",
            "context.name.strategy",
            "schema.reflection",
            "http.connect.timeout.ms",
            "http.read.timeout.ms");

    private RegistryKeys() {}

    static boolean has(String key) {
        return NAMES.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
    }

    /** What is wrong with a value, if so; the client checks the rest. */
    static Optional<String> problem(String key, String value) {
        boolean wrong = key.equals(URL)
                && Arrays.stream(value.split(",", -1))
                        .noneMatch(url -> url.strip().matches("(https?|mock)://\\S+"));
        return wrong ? Optional.of("must be an http or https URL, or several by comma") : Optional.empty();
    }
}
