package io.upswing.embedded;

import io.upswing.embedded.registry.CompatibilityLevel;
import java.nio.file.Path;
import java.util.Map;

/**
 * How an {@link EmbeddedStack} is set up.
 *
 * @param directory where the broker keeps its data, the registry's topic among it
 * @param kafkaPort port of the broker on 127.0.0.1; 0 takes a free one
 * @param registryPort port of the registry on 127.0.0.1; 0 takes a free one
 * @param defaultCompatibility the registry's global level as long as none is set
 * @param overrides Kafka's own broker settings
 */
public record StackOptions(
        Path directory,
        int kafkaPort,
        int registryPort,
        CompatibilityLevel defaultCompatibility,
        Map<String, String> overrides) {

    /** Checks the ports' ranges and takes a copy of the overrides. */
    public StackOptions {
        Ports.check(kafkaPort);
        Ports.check(registryPort);
        overrides = Map.copyOf(overrides);
    }

    /** Broker and registry in this directory, on free ports, with Confluent's default level. */
    public static StackOptions in(Path directory) {
        return new StackOptions(directory, Ports.ANY, Ports.ANY, CompatibilityLevel.BACKWARD, Map.of());
    }

    /** The same options on these ports; 0 takes a free one. */
    public StackOptions onPorts(int newKafkaPort, int newRegistryPort) {
        return new StackOptions(directory, newKafkaPort, newRegistryPort, defaultCompatibility, overrides);
    }

    /** The same options with this level where none is set. */
    public StackOptions defaultCompatibility(CompatibilityLevel level) {
        return new StackOptions(directory, kafkaPort, registryPort, level, overrides);
    }

    /** The same options with these broker settings in place of the overrides so far. */
    public StackOptions with(Map<String, String> newOverrides) {
        return new StackOptions(directory, kafkaPort, registryPort, defaultCompatibility, newOverrides);
    }
}
