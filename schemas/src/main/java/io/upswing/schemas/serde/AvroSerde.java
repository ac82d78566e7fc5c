package io.upswing.schemas.serde;

import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.SharedRegistry;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Generated Avro classes in Confluent's wire format: a zero byte, the schema's id in four bytes, the datum in binary.
 *
 * <p>The subject is the topic's name with {@code -value} or {@code -key}. A record is read into the class that its
 * writer's schema names, with that class's own schema. Serdes with the same configuration share one
 * {@link RegistryClient} and what it has cached. Serializer and deserializer are safe for several threads; closing them
 * does nothing, so that a producer or consumer that closes its own leaves others theirs: close the serde.
 *
 * <p>Reading throws {@link UndecodableRecordException} for bytes that are bad for good, and
 * {@link io.upswing.schemas.registry.RegistryException} if the registry can't be asked.
 *
 * @param <T> what it reads and writes
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    /** Whether writing registers schemas that the registry lacks: true by default. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    static {
        TrustedSchemas.trust();
    }

    private @Nullable Configured<T> configured;

    private record Configured<T extends SpecificRecord>(
            SharedRegistry registry, AvroWriter<T> writer, AvroReader<T> reader) {}

    /** Makes a serde that {@link #configure} has yet to configure. */
    public AvroSerde() {}

    /**
     * Takes Confluent's own keys, as {@link RegistryClient} does, and {@value #AUTO_REGISTER}.
     *
     * @throws ConfigException if a key asks for what this serde does not do
     */
    @Override
    public synchronized void configure(Map<String, ?> configs, boolean isKey) {
        SerdeSettings settings = SerdeSettings.of(configs, isKey);
        release();
        SharedRegistry registry = SharedRegistry.of(configs);
        configured = new Configured<>(
                registry, new AvroWriter<>(registry.client(), settings), new AvroReader<>(registry.client()));
    }

    @Override
    public Serializer<T> serializer() {
        return configured().writer();
    }

    @Override
    public Deserializer<T> deserializer() {
        return configured().reader();
    }

    @Override
    public synchronized void close() {
        release();
        configured = null;
    }

    private synchronized Configured<T> configured() {
        if (configured == null) {
            throw new IllegalStateException("the serde is not configured, or closed");
        }
        return configured;
    }

    private synchronized void release() {
        if (configured != null) {
            configured.registry().close();
        }
    }
}
