package io.upswing.producers.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Murmur2Partitions;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library against a real broker and registry: what it says it published is what lies in the log. */
class PublisherBrokerTest {
    private static final int THREADS = 4;
    private static final int DEALS_PER_THREAD = 50;
    private static final int PATCHES = 20;
    private static final int PARTITIONS = 3;
    private static final Source CRM = Source.versioned("acme-crm");

    @TempDir
    static Path directory;

    private static EmbeddedStack stack;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(StackOptions.in(directory.resolve("stack")));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void whatSeveralThreadsPublishLiesInTheLogOnceInItsPartitionAndInOrder() throws Exception {
        try (TopicCatalogue topics = topics(stack, "threads.")) {
            Map<Place, String> acknowledged = new ConcurrentHashMap<>();
            PublisherSettings tight = PublisherSettings.DEFAULT.withMaxRecords(50);
            try (Publisher publisher = Publisher.connect(kafka(stack), topics, tight);
                    ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                List<Future<?>> running = IntStream.range(0, THREADS)
                        .<Future<?>>mapToObj(thread -> threads.submit(() -> publish(publisher, thread, acknowledged)))
                        .toList();
                for (Future<?> thread : running) {
                    thread.get();
                }
            }

            List<ConsumerRecord<byte[], byte[]>> log = read(topics.deals().name());

            assertThat(log).hasSize(THREADS * DEALS_PER_THREAD * PATCHES);
            assertThat(log).allSatisfy(record -> {
                assertThat(record.partition()).isEqualTo(Murmur2Partitions.partitionFor(record.key(), PARTITIONS));
                assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                assertThat(acknowledged)
                        .containsEntry(new Place(record.topic(), record.partition(), record.offset()), key(record));
            });
            assertThat(versions(log, topics))
                    .hasSize(THREADS * DEALS_PER_THREAD)
                    .allSatisfy((deal, versions) -> assertThat(versions)
                            .containsExactlyElementsOf(
                                    LongStream.range(0, PATCHES).boxed().toList()));
        }
    }

    @Test
    void theExampleOfThePagePublishesTwoEventsOfOneDeal() {
        try (TopicCatalogue topics = topics(stack, TopicCatalogue.DEFAULT_PREFIX)) {
            PublishingExample.publish(
                    Map.of("bootstrap.servers", stack.bootstrapServers()),
                    Map.of("schema.registry.url", stack.registryUrl()));

            assertThat(versions(read(topics.deals().name()), topics)).isEqualTo(Map.of("D-17", List.of(1L, 2L)));
        }
    }

    @Test
    void closingWhenTheBrokerIsGoneSaysWhatItDidNotAcknowledge() throws Exception {
        EmbeddedStack failing = EmbeddedStack.start(StackOptions.in(directory.resolve("failing")));
        try (TopicCatalogue topics = topics(failing, "failing.")) {
            Map<String, Object> lingering = new HashMap<>(kafka(failing));
            lingering.put("linger.ms", 60_000); // so that it is on its way, and not acknowledged, when the broker stops
            Publisher publisher = Publisher.connect(
                    lingering, topics, PublisherSettings.DEFAULT.withCloseLimit(Duration.ofMillis(200)));
            publisher.publish(deal("D-1", 1));
            publisher.flush();
            CompletionStage<Place> lost = publisher.publish(deal("D-2", 1));

            failing.close();
            PublishException.EventsFailed failed =
                    catchThrowableOfType(PublishException.EventsFailed.class, publisher::close);

            assertThat(failed.first()).extracting(SourceEvent::key).containsExactly("D-2");
            assertThat(failed).hasMessageContaining("not acknowledged within PT0.2S of closing");
            assertThat(failed.retriable()).isTrue();
            assertThat(lost.toCompletableFuture()).isCompletedExceptionally();
        } finally {
            failing.close();
        }
    }

    private static SourceEvent<DealEvent> deal(String id, long version) {
        return CRM.deals()
                .patch(id, Revision.of(version, Instant.parse("2025-03-01T10:00:00Z")))
                .amountMinor(version)
                .build();
    }

    private static void publish(Publisher publisher, int thread, Map<Place, String> acknowledged) {
        for (int version = 0; version < PATCHES; version++) {
            for (int deal = 0; deal < DEALS_PER_THREAD; deal++) {
                String id = "D-" + thread + "-" + deal;
                CompletionStage<Place> place = publisher.publish(deal(id, version));
                var unused = place.thenAccept(at -> acknowledged.put(at, id));
            }
        }
    }

    private static TopicCatalogue topics(EmbeddedStack on, String prefix) {
        TopicCatalogue topics = new TopicCatalogue(
                prefix, PARTITIONS, SerdeFactory.avro(Map.of("schema.registry.url", on.registryUrl())));
        try (Admin admin = Admin.create(kafka(on))) {
            new TopicAdmin(admin).create(topics, (short) 1);
        }
        return topics;
    }

    private static Map<String, Object> kafka(EmbeddedStack on) {
        return Map.of("bootstrap.servers", on.bootstrapServers());
    }

    private static Map<String, List<Long>> versions(List<ConsumerRecord<byte[], byte[]>> log, TopicCatalogue topics) {
        Map<String, List<Long>> versions = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : log) {
            DealEvent event = topics.deals().valueSerde().deserializer().deserialize(record.topic(), record.value());
            versions.computeIfAbsent(key(record), deal -> new ArrayList<>()).add(event.getSourceVersion());
        }
        return versions;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    /** All that lies in a topic, partition by partition. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka(stack), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
