package io.upswing.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How an {@link EmbeddedKafka} is set up.
 *
 * @param directory where the node keeps its data; formatted when it is new, reused as it is otherwise
 * @param port port of the broker on 127.0.0.1; 0 takes a free one at each start
 * @param overrides Kafka's own broker settings, which win over the small defaults chosen here
 * @param security what clients must prove; empty: nothing
 */
public record KafkaOptions(Path directory, int port, Map<String, String> overrides, Optional<KafkaSecurity> security) {

    /** Checks the port's range and takes a copy of the overrides. */
    public KafkaOptions {
        Ports.check(port);
        directory = directory.toAbsolutePath();
        overrides = Map.copyOf(overrides);
    }

    /** A node in this directory, on a free port, with no overrides. */
    public static KafkaOptions in(Path directory) {
        return new KafkaOptions(directory, Ports.ANY, Map.of(), Optional.empty());
    }

    /** The same options on this port; 0 takes a free one. */
    public KafkaOptions onPort(int newPort) {
        return new KafkaOptions(directory, newPort, overrides, security);
    }

    /** The same options with these broker settings in place of the overrides so far. */
    public KafkaOptions with(Map<String, String> newOverrides) {
        return new KafkaOptions(directory, port, newOverrides, security);
    }

    /** The same options with clients that must prove who they are. */
    public KafkaOptions demanding(KafkaSecurity newSecurity) {
        return new KafkaOptions(directory, port, overrides, Optional.of(newSecurity));
    }
}
