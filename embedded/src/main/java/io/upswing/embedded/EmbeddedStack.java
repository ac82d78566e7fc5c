package io.upswing.embedded;

import io.upswing.embedded.registry.CompatibilityLevel;
import java.nio.file.Path;

/** Broker and schema registry together, in this JVM or as a process of its own. */
public final class EmbeddedStack implements AutoCloseable {
    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;

    private EmbeddedStack(EmbeddedKafka kafka, EmbeddedRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /** Starts the broker, then the registry on it; returns when clients can use both. */
    public static EmbeddedStack start(StackOptions options) {
        EmbeddedKafka kafka = EmbeddedKafka.start(
                KafkaOptions.in(options.directory()).onPort(options.kafkaPort()).with(options.overrides()));
        try {
            RegistryOptions registry = RegistryOptions.on(kafka.bootstrapServers())
                    .onPort(options.registryPort())
                    .defaultCompatibility(options.defaultCompatibility());
            return new EmbeddedStack(kafka, EmbeddedRegistry.start(registry));
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /** Where Kafka clients connect: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** What clients take as {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    /** Stops the registry, then the broker; returns when both have stopped. */
    @Override
    public void close() {
        registry.close();
        kafka.close();
    }

    /**
     * Runs both in a process of its own until it is told to end. Prints one line when they can be used:
     * {@code READY bootstrap.servers=127.0.0.1:port schema.registry.url=http://127.0.0.1:port}.
     *
     * @param args the directory, then optionally the broker's port, the registry's port (0 or none: a free one), and
     *     the default compatibility level
     */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedStack stack = start(parse(args));
        Foreground.run(
                "READY bootstrap.servers=" + stack.bootstrapServers() + " schema.registry.url=" + stack.registryUrl(),
                stack);
    }

    private static StackOptions parse(String[] args) {
        if (args.length < 1 || args.length > 4) {
            throw new IllegalArgumentException(
                    "usage: EmbeddedStack DIRECTORY [KAFKA_PORT [REGISTRY_PORT [COMPATIBILITY]]]");
        }
        StackOptions options = StackOptions.in(Path.of(args[0]));
        int kafkaPort = args.length > 1 ? Integer.parseInt(args[1]) : Ports.ANY;
        int registryPort = args.length > 2 ? Integer.parseInt(args[2]) : Ports.ANY;
        CompatibilityLevel level =
                args.length > 3 ? CompatibilityLevel.valueOf(args[3]) : options.defaultCompatibility();
        return options.onPorts(kafkaPort, registryPort).defaultCompatibility(level);
    }
}
