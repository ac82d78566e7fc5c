package io.upswing.embedded;

import io.upswing.embedded.registry.CompatibilityLevel;
import io.upswing.embedded.registry.RegistryState;
import io.upswing.embedded.registry.SchemaLog;
import io.upswing.embedded.registry.SchemaRegistry;
import io.upswing.embedded.registry.http.Protection;
import io.upswing.embedded.registry.http.RegistryServer;
import java.util.Locale;

/**
 * A schema registry for Avro inside this JVM, with Confluent's REST API and error codes, for development and tests.
 * One node: a second registry on the same topic is not kept from giving out the same id twice. Ids are unique over all
 * contexts, where Confluent counts anew in each.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private final SchemaLog log;
    private final RegistryServer server;
    private final String address;

    private EmbeddedRegistry(SchemaLog log, RegistryServer server, String address) {
        this.log = log;
        this.server = server;
        this.address = address;
    }

    /**
     * Starts a registry; returns when its topic has been read and its port is open.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker can't be reached in eight seconds
     */
    public static EmbeddedRegistry start(RegistryOptions options) {
        RegistryState state = new RegistryState(options.defaultCompatibility());
        SchemaLog log = SchemaLog.open(options.kafkaClients(), options.topic(), state::apply);
        try {
            SchemaRegistry registry = new SchemaRegistry(state, log);
            Protection protection =
                    options.security().map(RegistrySecurity::protection).orElse(Protection.NONE);
            RegistryServer server = RegistryServer.start(registry, options.host(), options.port(), protection);
            String scheme = protection.certificate().isPresent() ? "https://" : "http://";
            return new EmbeddedRegistry(log, server, scheme + options.host());
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** What clients take as {@code schema.registry.url}, such as {@code http://127.0.0.1:port}. */
    public String url() {
        return address + ":" + server.port();
    }

    /** The port of the REST API, for a later start in the same place. */
    public int port() {
        return server.port();
    }

    /**
     * Runs a registry in a process of its own until it is told to end; prints {@code READY} and the address.
     *
     * @param args the broker, the host and the port to listen on, then optionally the topic and the level that holds where
     *     none is set
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length < 3 || args.length > 5) {
            throw new IllegalArgumentException("usage: EmbeddedRegistry BROKER HOST PORT [TOPIC] [COMPATIBILITY]");
        }
        RegistryOptions options =
                RegistryOptions.on(args[0]).listeningOn(args[1]).onPort(Integer.parseInt(args[2]));
        if (args.length > 3) {
            options = options.inTopic(args[3]);
        }
        if (args.length > 4) {
            options = options.defaultCompatibility(CompatibilityLevel.valueOf(args[4].toUpperCase(Locale.ROOT)));
        }
        EmbeddedRegistry registry = start(options);
        Foreground.run("READY schema.registry.url=" + registry.url(), registry);
    }

    /** Stops answering, then lets go of the broker; returns when both are done. */
    @Override
    public void close() {
        server.close();
        log.close();
    }
}
