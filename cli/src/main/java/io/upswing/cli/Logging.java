package io.upswing.cli;

import java.util.Map;

/** How much is logged to standard error. Set before the first logger is made: SLF4J's simple provider reads it once. */
enum Logging {
    /** Nothing that a command does not say itself. */
    QUIET(Map.of("defaultLogLevel", "error", "log.org.apache.kafka", "off", "log.kafka", "off")),
    /** What a service says of itself, and what its libraries warn of. */
    SERVICE(Map.of(
            "defaultLogLevel", "warn",
            "log.io.upswing", "info",
            "log.org.apache.kafka.streams.KafkaStreams", "info",
            // Warns of what is no trouble: partitions that a reader has finished with, keys that are meant for another
            // client.
            "log.org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils", "error",
            "log.org.apache.kafka.clients.consumer.ConsumerConfig", "error",
            "log.org.apache.kafka.clients.producer.ProducerConfig", "error",
            "log.org.apache.kafka.clients.admin.AdminClientConfig", "error")),
    /** What helps to find out why something does not work. */
    VERBOSE(Map.of("defaultLogLevel", "info"));

    private static final String PREFIX = "org.slf4j.simpleLogger.";

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of, which the checker can't see
    private final Map<String, String> settings;

    Logging(Map<String, String> settings) {
        this.settings = settings;
    }

    /** What someone has set by a system property stays. */
    void use() {
        settings.forEach((name, value) -> {
            if (System.getProperty(PREFIX + name) == null) {
                System.setProperty(PREFIX + name, value);
            }
        });
    }
}
