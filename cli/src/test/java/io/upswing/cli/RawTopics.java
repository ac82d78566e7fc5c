package io.upswing.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.schemas.watermarks.Polling;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The bytes that lie in all topics of a broker, those of Kafka and of Kafka Streams among them. */
final class RawTopics {
    private final Map<String, Object> client;

    RawTopics(String bootstrapServers) {
        client = Map.of("bootstrap.servers", bootstrapServers);
    }

    /** The topics in which a text is somewhere in a record: in its key, its value or a header, committed or not. */
    SortedSet<String> with(String text) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        SortedSet<String> found = new TreeSet<>();
        try (Admin admin = Admin.create(client);
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            SortedSet<String> topics = new TreeSet<>(admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get());
            Polling.readAll(consumer, Polling.partitions(consumer, topics), record -> {
                if (holds(record, text)) {
                    found.add(record.topic());
                }
            });
        }
        return found;
    }

    private static boolean holds(ConsumerRecord<byte[], byte[]> record, String text) {
        for (Header header : record.headers()) {
            if (holds(header.key().getBytes(UTF_8), text) || holds(header.value(), text)) {
                return true;
            }
        }
        return holds(record.key(), text) || holds(record.value(), text);
    }

    /** Read as Latin-1, bytes are characters one by one. */
    private static boolean holds(byte @Nullable [] bytes, String text) {
        return bytes != null && latin(bytes).contains(latin(text.getBytes(UTF_8)));
    }

    private static String latin(byte[] bytes) {
        return StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(bytes)).toString();
    }
}
