package io.upswing.embedded;

import io.upswing.embedded.registry.CompatibilityLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an {@link EmbeddedRegistry} is set up.
 *
 * @param bootstrapServers the broker that keeps the registry's topic, as {@code host:port}
 * @param host where the REST API listens; anyone who can connect may change schemas
 * @param port port of the REST API; 0 takes a free one at each start
 * @param topic the compacted topic that holds the state, in Confluent's format; made when it isn't there
 * @param defaultCompatibility what holds as long as nobody has set a global level through the API
 * @param kafka what the registry's Kafka clients take beside the address
 * @param security what clients of the REST API must prove; empty: nothing
 */
public record RegistryOptions(
        String bootstrapServers,
        String host,
        int port,
        String topic,
        CompatibilityLevel defaultCompatibility,
        Map<String, String> kafka,
        Optional<RegistrySecurity> security) {

    /** Checks the port's range and that a broker, a host and a topic are named. */
    public RegistryOptions {
        Ports.check(port);
        if (bootstrapServers.isBlank() || host.isBlank() || topic.isBlank()) {
            throw new IllegalArgumentException("bootstrapServers, host and topic must not be blank");
        }
        kafka = Map.copyOf(kafka);
    }

    /** A registry on this broker, with Confluent's defaults: topic {@code _schemas}, {@code BACKWARD}; on a free port of 127.0.0.1. */
    public static RegistryOptions on(String bootstrapServers) {
        return new RegistryOptions(
                bootstrapServers,
                Ports.HOST,
                Ports.ANY,
                "_schemas",
                CompatibilityLevel.BACKWARD,
                Map.of(),
                Optional.empty());
    }

    /** The same options, listening on this address. */
    public RegistryOptions listeningOn(String newHost) {
        return new RegistryOptions(bootstrapServers, newHost, port, topic, defaultCompatibility, kafka, security);
    }

    /** The same options on this port; 0 takes a free one. */
    public RegistryOptions onPort(int newPort) {
        return new RegistryOptions(bootstrapServers, host, newPort, topic, defaultCompatibility, kafka, security);
    }

    /** The same options with the state in this topic. */
    public RegistryOptions inTopic(String newTopic) {
        return new RegistryOptions(bootstrapServers, host, port, newTopic, defaultCompatibility, kafka, security);
    }

    /** The same options with this level where none is set. */
    public RegistryOptions defaultCompatibility(CompatibilityLevel level) {
        return new RegistryOptions(bootstrapServers, host, port, topic, level, kafka, security);
    }

    /** The same options with Kafka clients that take these settings too: who they are, and whom they trust. */
    public RegistryOptions connecting(Map<String, String> newKafka) {
        return new RegistryOptions(bootstrapServers, host, port, topic, defaultCompatibility, newKafka, security);
    }

    /** The same options with clients that must prove who they are. */
    public RegistryOptions demanding(RegistrySecurity newSecurity) {
        return new RegistryOptions(
                bootstrapServers, host, port, topic, defaultCompatibility, kafka, Optional.of(newSecurity));
    }

    Map<String, String> kafkaClients() {
        Map<String, String> clients = new HashMap<>(kafka);
        clients.put("bootstrap.servers", bootstrapServers);
        return clients;
    }

    /** Without the clients' settings: they may hold secrets. */
    @Override
    public String toString() {
        return "RegistryOptions[" + bootstrapServers + ", " + host + ":" + port + ", " + topic + "]";
    }
}
