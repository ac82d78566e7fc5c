package io.upswing.app.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes docs/configuration.md from the code that reads the configuration. */
public final class ConfigReference {
    private static final String INTRODUCTION = """
        # Configuration

        (Generated from the code: change `io.upswing.app.config`, not this page.)

        Settings come from files, from the environment and from flags; of a key set several times the last counts, in
        that order. Everything is read and checked before anything starts: an unknown key or a wrong value ends the
        start with a message that names it, where it was set, and what would be right.

        - **Files** are Java properties in UTF-8, one `key=value` a line.
        - **Environment**: `UPSWING_` and the key in upper case, dots and dashes as underscores: `time-zone` is
          `UPSWING_TIME_ZONE`. For keys of Kafka and of the registry each underscore stands for a dot:
          `UPSWING_KAFKA_BOOTSTRAP_SERVERS` is `kafka.bootstrap.servers`; those that have an underscore or a dash of
          their own can't be set this way.
        - **Flags** take keys and values as files do.

        The least that is needed:

            time-zone=Europe/Copenhagen
            reporting-currency=EUR
            working-week=mon,tue,wed,thu,fri
            holidays=2026-12-25,2026-12-26
            kafka.bootstrap.servers=broker-1:9092,broker-2:9092
            schema.registry.url=http://registry:8081

        ## Upswing's own keys

        """;

    private static final String KAFKA = """

        ## Kafka: `kafka.*`

        What follows `kafka.` goes unchanged to all clients of Kafka and to Kafka Streams; after `kafka.consumer.`,
        `kafka.producer.` or `kafka.admin.` only to those, after `kafka.topic.` to the topics that Kafka Streams
        makes. `kafka.bootstrap.servers` is required. TLS and SASL are set this way:
        `kafka.security.protocol=SASL_SSL`; [security.md](security.md) has examples. A value that Kafka would not take, or a
        key that is one or two letters off one of Kafka's, is refused.

        These keys are not free, since results or their delivery depend on them:

        """;

    private static final String REGISTRY = """

        ## Schema registry

        The keys of Confluent's registry client and serdes go to them unchanged. `schema.registry.url` is required; of
        several URLs by comma the next is tried when one can't be reached, or answers with 5xx.
        Also taken are NAMES, and all that begin with PREFIXES.
        """;

    private ConfigReference() {}

    /** The page. */
    public static String markdown() {
        return INTRODUCTION + ownKeys() + KAFKA + rules() + choices() + registry();
    }

    private static String ownKeys() {
        return "| key | what it must be | default | what it is for, and why so | example |\n"
                + "| --- | --- | --- | --- | --- |\n"
                + Keys.ALL.stream().map(ConfigReference::row).collect(Collectors.joining());
    }

    private static String row(Key<?> key) {
        return "| `" + key.name() + "` | " + key.type().right() + " | " + fallback(key.fallback()) + " | " + key.why()
                + " | `" + key.example() + "` |\n";
    }

    private static String fallback(Optional<String> fallback) {
        return fallback.map(text -> text.isEmpty() ? "none" : "`" + text + "`").orElse("**required**");
    }

    private static String rules() {
        return "| key | allowed | why |\n| --- | --- | --- |\n"
                + KafkaRules.ALL.stream()
                        .map(rule -> "| `kafka." + rule.key() + "` | " + allowed(rule.allowed()) + " | " + rule.why()
                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String allowed(List<String> values) {
        return values.isEmpty()
                ? "not to be set"
                : values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
    }

    private static String choices() {
        return "\nFor Kafka Streams these are set; those marked 'default' can be set otherwise by `kafka.*`:\n\n"
                + "| key | value | | why |\n| --- | --- | --- | --- |\n"
                + StreamsProperties.CHOICES.stream()
                        .map(choice -> "| `" + choice.key() + "` | " + choice.shown() + " | "
                                + (choice.fixed() ? "fixed" : "default") + " | " + choice.why() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String registry() {
        String names = RegistryKeys.NAMES.stream()
                .filter(name -> RegistryKeys.PREFIXES.stream().noneMatch(name::startsWith))
                .sorted()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        String prefixes =
                RegistryKeys.PREFIXES.stream().map(prefix -> "`" + prefix + "`").collect(Collectors.joining(", "));
        return REGISTRY.replace("NAMES", names).replace("PREFIXES", prefixes);
    }
}
