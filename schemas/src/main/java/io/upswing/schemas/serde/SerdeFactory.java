package io.upswing.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Makes the serdes of values: {@link AvroSerde}, or another class that reads and writes generated Avro classes. */
public final class SerdeFactory {
    private final Class<?> type;
    private final Map<String, Object> config;

    private SerdeFactory(Class<?> type, Map<String, ?> config) {
        this.type = type;
        this.config = new HashMap<>(config);
        TrustedSchemas.trust();
    }

    /** Serdes of our own class. */
    public static SerdeFactory avro(Map<String, ?> config) {
        return new SerdeFactory(AvroSerde.class, config);
    }

    /**
     * Serdes of a class by its name, such as {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde}.
     *
     * @param className a {@link Serde} with a public constructor without arguments
     * @param config what the serdes are configured with
     * @throws ConfigException if there is no such class, or it is no serde
     */
    public static SerdeFactory of(String className, Map<String, ?> config) {
        try {
            return new SerdeFactory(Utils.loadClass(className, Serde.class), config);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new ConfigException("no serde class of the name " + className);
        }
    }

    /**
     * A configured serde for values of one type. Reading a value of another type throws
     * {@link UndecodableRecordException}, whichever class does the reading.
     *
     * @throws ConfigException if the serde can't be made or configured
     */
    public <T extends SpecificRecord> Serde<T> values(Class<T> valueType) {
        Serde<?> serde = (Serde<?>) Utils.newInstance(type);
        serde.configure(config, false);
        @SuppressWarnings("unchecked") // What it writes is given by the caller's type, what it reads is checked below.
        Serde<T> typed = (Serde<T>) serde;
        return new Typed<>(typed, Serdes.serdeFrom(typed.serializer(), checked(typed.deserializer(), valueType)));
    }

    private static <T> Deserializer<T> checked(Deserializer<?> reader, Class<T> valueType) {
        return new Deserializer<>() {
            @Override
            public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
                Object value = reader.deserialize(topic, bytes);
                if (value == null || valueType.isInstance(value)) {
                    return valueType.cast(value);
                }
                throw new UndecodableRecordException(
                        "a " + value.getClass().getName() + ", where a " + valueType.getName() + " belongs");
            }
        };
    }

    /** Closes the serde as a whole; the parts stay usable until then. */
    private record Typed<T>(Serde<T> whole, Serde<T> parts) implements Serde<T> {
        @Override
        public org.apache.kafka.common.serialization.Serializer<T> serializer() {
            return parts.serializer();
        }

        @Override
        public Deserializer<T> deserializer() {
            return parts.deserializer();
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
