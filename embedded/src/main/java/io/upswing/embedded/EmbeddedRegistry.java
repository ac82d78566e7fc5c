package io.upswing.embedded;

import io.upswing.embedded.registry.RegistryState;
import io.upswing.embedded.registry.SchemaLog;
import io.upswing.embedded.registry.SchemaRegistry;
import io.upswing.embedded.registry.http.RegistryServer;

/**
 * A schema registry for Avro inside this JVM, with Confluent's REST API and error codes, for development and tests.
 * One node: a second registry on the same topic is not kept from giving out the same id twice. Ids are unique over all
 * contexts, where Confluent counts anew in each.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private final SchemaLog log;
    private final RegistryServer server;

    private EmbeddedRegistry(SchemaLog log, RegistryServer server) {
        this.log = log;
        this.server = server;
    }

    /**
     * Starts a registry; returns when its topic has been read and its port is open.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker can't be reached in eight seconds
     */
    public static EmbeddedRegistry start(RegistryOptions options) {
        RegistryState state = new RegistryState(options.defaultCompatibility());
        SchemaLog log = SchemaLog.open(options.bootstrapServers(), options.topic(), state::apply);
        try {
            SchemaRegistry registry = new SchemaRegistry(state, log);
            return new EmbeddedRegistry(log, RegistryServer.start(registry, Ports.HOST, options.port()));
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** What clients take as {@code schema.registry.url}: {@code http://127.0.0.1:port}. */
    public String url() {
        return "http://" + Ports.HOST + ":" + server.port();
    }

    /** The port of the REST API, for a later start in the same place. */
    public int port() {
        return server.port();
    }

    /** Stops answering, then lets go of the broker; returns when both are done. */
    @Override
    public void close() {
        server.close();
        log.close();
    }
}
