package io.upswing.app.reliability;

import io.upswing.schemas.serde.AvroSerde;
import java.net.ConnectException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A serde that, while a test says so, can't read deals, as if their schema id were new and the registry away. */
public final class AwayableSerde implements Serde<SpecificRecord> {
    private static volatile boolean away;

    private final AvroSerde<SpecificRecord> avro = new AvroSerde<>();

    static void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        avro.configure(configs, isKey);
    }

    @Override
    public Serializer<SpecificRecord> serializer() {
        return avro.serializer();
    }

    @Override
    public Deserializer<SpecificRecord> deserializer() {
        Deserializer<SpecificRecord> reader = avro.deserializer();
        return (topic, bytes) -> {
            if (away && topic.endsWith("crm.deals")) {
                throw new SerializationException(new ConnectException("refused"));
            }
            return reader.deserialize(topic, bytes);
        };
    }

    @Override
    public void close() {
        avro.close();
    }
}
