package io.upswing.schemas.serde;

import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.registry.RegistryException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records into the classes that their writers' schemas name. */
final class AvroReader<T extends SpecificRecord> implements Deserializer<T> {
    private static final Set<Reason> NO_SUCH_SCHEMA =
            EnumSet.of(Reason.SCHEMA_NOT_FOUND, Reason.NOT_FOUND, Reason.NOT_AVRO);

    private final RegistryClient registry;
    /** By schema id. A reader may serve several threads: it keeps what it resolves per thread. */
    private final Map<Integer, Resolved<T>> readers = new ConcurrentHashMap<>();

    /**
     * How values of one schema are read.
     *
     * @param hasNewBranches whether a value may hold what only the writer's version knows
     */
    private record Resolved<T>(DatumReader<T> reader, Schema writer, Schema known, boolean hasNewBranches) {}

    AvroReader(RegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < WireFormat.HEAD_BYTES || bytes[0] != WireFormat.MAGIC) {
            throw new UndecodableRecordException(
                    "not in Confluent's wire format: no zero byte and schema id at the start");
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        return read(id, reader(id), bytes);
    }

    private T read(int id, Resolved<T> resolved, byte[] bytes) {
        BinaryDecoder decoder = decoder(bytes);
        try {
            if (resolved.hasNewBranches()) {
                refuseNewBranches(resolved, bytes);
            }
            T value = resolved.reader().read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableRecordException(
                        "bytes are left over after the datum, written with schema id " + id);
            }
            return value;
        } catch (UndecodableRecordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UndecodableRecordException("no datum of the schema with id " + id + ": " + e.getMessage(), e);
        }
    }

    private static BinaryDecoder decoder(byte[] bytes) {
        return DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEAD_BYTES, bytes.length - WireFormat.HEAD_BYTES, null);
    }

    private static void refuseNewBranches(Resolved<?> resolved, byte[] bytes) throws IOException {
        Object datum = new GenericDatumReader<>(resolved.writer()).read(null, decoder(bytes));
        NewBranches.first(datum, resolved.known()).ifPresent(name -> {
            throw new UndecodableRecordException("it holds a " + name + ", of which this version has not heard");
        });
    }

    private Resolved<T> reader(int id) {
        Resolved<T> known = readers.get(id);
        if (known != null) {
            return known;
        }
        Resolved<T> made = newReader(id, writerSchema(id));
        readers.putIfAbsent(id, made);
        return made;
    }

    private Schema writerSchema(int id) {
        try {
            return registry.byId(id);
        } catch (RegistryException e) {
            // Asked by id, a registry that has the wrong number for 'no such schema' (its mock does) means the same.
            if (NO_SUCH_SCHEMA.contains(e.reason())) {
                throw new UndecodableRecordException("schema id " + id + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private static <T extends SpecificRecord> Resolved<T> newReader(int id, Schema writer) {
        try {
            Class<?> type = SpecificData.get().getClass(writer);
            if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
                throw new UndecodableRecordException(
                        "schema id " + id + " is of " + writer.getFullName() + ", for which there is no class");
            }
            Schema known = SpecificData.get().getSchema(type);
            SpecificData data = SpecificData.getForClass(type.asSubclass(SpecificRecord.class));
            return new Resolved<>(
                    new SpecificDatumReader<>(writer, known, data), writer, known, NewBranches.any(writer, known));
        } catch (UndecodableRecordException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UndecodableRecordException("schema id " + id + " is of " + writer.getFullName() + ": " + e, e);
        }
    }
}
