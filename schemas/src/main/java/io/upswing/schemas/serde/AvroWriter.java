package io.upswing.schemas.serde;

import io.upswing.schemas.registry.JavaProperties;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.registry.RegistryException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records, with the ids that the registry gave their schemas. */
final class AvroWriter<T extends SpecificRecord> implements Serializer<T> {
    private static final int INITIAL_BYTES = 256;

    private final RegistryClient registry;
    private final SerdeSettings settings;
    private final Map<SubjectClass, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Class<?>, SpecificDatumWriter<T>> writers = new ConcurrentHashMap<>();

    private record SubjectClass(String topic, Class<?> type) {}

    AvroWriter(RegistryClient registry, SerdeSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        int id = id(topic, value);
        SpecificDatumWriter<T> writer = writers.computeIfAbsent(
                value.getClass(), type -> new SpecificDatumWriter<>(value.getSchema(), SpecificData.getForClass(type)));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
            DataOutputStream head = new DataOutputStream(bytes);
            head.writeByte(WireFormat.MAGIC);
            head.writeInt(id);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writer.write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot write a " + value.getSchema().getFullName() + " for " + topic + ": " + e.getMessage(), e);
        }
    }

    private int id(String topic, T value) {
        SubjectClass key = new SubjectClass(topic, value.getClass());
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = settings.autoRegister()
                ? registry.register(settings.subject(topic), JavaProperties.strip(value.getSchema()))
                : find(settings.subject(topic), JavaProperties.strip(value.getSchema()));
        ids.put(key, id);
        return id;
    }

    /** Also finds a schema that was registered with Java's properties, or other words in it, than ours. */
    private int find(String subject, Schema plain) {
        try {
            return registry.lookup(subject, plain);
        } catch (RegistryException e) {
            if (e.reason() != Reason.SCHEMA_NOT_FOUND) {
                throw e;
            }
            List<Integer> newestFirst = registry.versions(subject).reversed();
            for (int version : newestFirst) {
                RegistryClient.Registered registered = registry.version(subject, version);
                if (JavaProperties.strip(registered.schema()).equals(plain)) {
                    return registered.id();
                }
            }
            throw e;
        }
    }
}
