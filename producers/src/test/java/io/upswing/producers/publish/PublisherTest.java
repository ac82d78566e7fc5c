package io.upswing.producers.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PublisherTest {
    private static final Instant AT = Instant.parse("2025-03-01T10:15:30.120Z");

    private final Source crm = Source.versioned("acme crm");
    private final TopicCatalogue topics =
            new TopicCatalogue("t.", 2, SerdeFactory.avro(Map.of("schema.registry.url", "mock://publisher-test")));
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(Cluster.empty(), false, null, new ByteArraySerializer(), new ByteArraySerializer());

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void eachKindOfEventGoesToItsTopicUnderItsEntitysId() {
        Publisher publisher = publisher(PublisherSettings.DEFAULT);
        Revision revision = Revision.of(1, AT);

        publisher.publish(crm.deals().deleted("D-1", revision));
        publisher.publish(crm.activities().deleted("A-1", revision));
        LocalDate day = LocalDate.of(2025, 1, 1);
        publisher.publish(
                crm.reps().state("r1", revision, day).leave(day, day).leave(day).build());
        publisher.publish(
                crm.quotas().month("r2", revision, YearMonth.of(2025, 1)).amountMinor(1));
        publisher.publish(crm.names().called(NameEvents.Of.REP, "r1", "Ada"));
        publisher.publish(crm.names().erased(NameEvents.Of.REP, "r2"));

        assertThat(producer.history())
                .extracting(record -> record.topic() + " " + new String(record.key(), UTF_8))
                .containsExactly(
                        "t.crm.deals D-1",
                        "t.crm.activities A-1",
                        "t.org.reps r1",
                        "t.org.quotas r2",
                        "t.names rep:r1",
                        "t.names rep:r2");
        assertThat(producer.history())
                .filteredOn(record -> record.value() == null)
                .hasSize(1);
        assertThat(producer.history()).last().extracting(ProducerRecord::value).isNull();
    }

    @Test
    void partitionAndTimestampAreLeftToKafkaAndTheValueIsWhatWasBuilt() {
        Publisher publisher = publisher(PublisherSettings.DEFAULT);
        SourceEvent<DealEvent> event = deal(1);

        publisher.publish(event);

        ProducerRecord<byte[], byte[]> record = producer.history().getFirst();
        assertThat(record.partition()).isNull();
        assertThat(record.timestamp()).isNull();
        assertThat(topics.deals().valueSerde().deserializer().deserialize(record.topic(), record.value()))
                .isEqualTo(event.value().orElseThrow());
    }

    @Test
    void whatWouldMisplaceOrLoseRecordsIsTakenOutOfTheConfiguration() {
        Map<String, Object> config = Publisher.producerConfig(
                Map.of(
                        "bootstrap.servers", "b:1",
                        "partitioner.class", "org.apache.kafka.clients.producer.RoundRobinPartitioner",
                        "partitioner.ignore.keys", "true",
                        "transactional.id", "mine",
                        "acks", "1",
                        "enable.idempotence", "false",
                        "compression.type", "lz4"),
                PublisherSettings.DEFAULT.withRoomLimit(Duration.ofSeconds(2)));

        assertThat(config)
                .isEqualTo(Map.of(
                        "bootstrap.servers",
                        "b:1",
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "lz4",
                        "max.block.ms",
                        2_000L,
                        "key.serializer",
                        ByteArraySerializer.class,
                        "value.serializer",
                        ByteArraySerializer.class));
    }

    @Test
    void recordsCarryTheAttributesOfACloudEvent() {
        Publisher publisher = publisher(PublisherSettings.DEFAULT);
        SourceEvent<DealEvent> event = deal(1);

        publisher.publish(event);
        publisher.publish(crm.names().erased(NameEvents.Of.REP, "r2"));

        assertThat(headers(producer.history().getFirst()))
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.eventId(),
                        "ce_source", "acme%20crm",
                        "ce_type", "io.upswing.schemas.DealEvent",
                        "ce_time", "2025-03-01T10:15:30.120Z",
                        "ce_subject", "D-1",
                        "content-type", "application/avro"));
        assertThat(headers(producer.history().getLast()))
                .containsEntry("ce_subject", "rep:r2")
                .doesNotContainKeys("content-type", "ce_time");
    }

    @Test
    void theResultIsWhereTheRecordLies() throws Exception {
        Publisher publisher = publisher(PublisherSettings.DEFAULT);

        CompletionStage<Place> first = publisher.publish(deal(1));
        CompletionStage<Place> second = publisher.publish(deal(2));
        producer.completeNext();

        assertThat(first.toCompletableFuture().get()).isEqualTo(new Place("t.crm.deals", 0, 0));
        assertThat(second.toCompletableFuture()).isNotDone();
    }

    @Test
    void whoPublishesFasterThanTheBrokerTakesWaitsAndThenGoesOn() throws Exception {
        Publisher publisher = publisher(PublisherSettings.DEFAULT.withMaxRecords(2));
        publisher.publish(deal(1));
        publisher.publish(deal(2));

        FutureTask<CompletionStage<Place>> third = new FutureTask<>(() -> publisher.publish(deal(3)));
        Thread caller = start(third);
        awaitWaiting(caller);
        assertThat(producer.history()).hasSize(2);
        producer.completeNext();

        assertThat(third.get().toCompletableFuture()).isNotDone();
        assertThat(producer.history()).hasSize(3);
    }

    @Test
    void roomIsBoundedByBytesToo() throws Exception {
        int bytes = bytes(deal(1));
        Publisher publisher = publisher(PublisherSettings.DEFAULT
                .withMaxRecords(100)
                .withMaxBytes(2 * bytes + 99)
                .withRoomLimit(Duration.ZERO));
        publisher.publish(deal(1));
        publisher.publish(deal(2));

        assertThatExceptionOfType(PublishException.NoRoom.class).isThrownBy(() -> publisher.publish(deal(3)));
    }

    @Test
    void aRecordLargerThanAllTheRoomGoesAlone() {
        Publisher publisher = publisher(
                PublisherSettings.DEFAULT.withMaxRecords(2).withMaxBytes(10).withRoomLimit(Duration.ZERO));

        publisher.publish(deal(1));

        assertThatExceptionOfType(PublishException.NoRoom.class).isThrownBy(() -> publisher.publish(deal(2)));
        producer.completeNext();
        publisher.publish(deal(3));
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void afterTheLimitTheCallerIsToldAndNothingIsSent() {
        Publisher publisher =
                publisher(PublisherSettings.DEFAULT.withMaxRecords(1).withRoomLimit(Duration.ofMillis(1)));
        publisher.publish(deal(1));

        assertThatExceptionOfType(PublishException.NoRoom.class)
                .isThrownBy(() -> publisher.publish(deal(2)))
                .withMessageContaining("DealEvent of D-2")
                .withMessageContaining("for PT0.001S as many records (1)")
                .matches(PublishException::retriable);
        assertThat(producer.history()).hasSize(1);
        producer.completeNext();
        publisher.publish(deal(2));
        publisher.flush();
    }

    @Test
    void aCallerWhoIsInterruptedWhileWaitingStaysInterruptedAndTakesNoRoom() throws Exception {
        Publisher publisher = publisher(PublisherSettings.DEFAULT.withMaxRecords(1));
        publisher.publish(deal(1));
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            assertThatExceptionOfType(InterruptException.class).isThrownBy(() -> publisher.publish(deal(2)));
            return Thread.currentThread().isInterrupted();
        });
        Thread caller = start(second);
        awaitWaiting(caller);

        caller.interrupt();

        assertThat(second.get()).isTrue();
        producer.completeNext();
        publisher.publish(deal(3));
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void aFailedEventFailsItsResultAndTheNextFlush() {
        Publisher publisher = publisher(PublisherSettings.DEFAULT);
        CompletionStage<Place> first = publisher.publish(deal(1));
        publisher.publish(deal(2));
        CompletionStage<Place> third = publisher.publish(deal(3));
        producer.errorNext(new RecordTooLargeException("too large"));
        producer.errorNext(new TimeoutException("expired"));

        PublishException.EventsFailed failed =
                catchThrowableOfType(PublishException.EventsFailed.class, publisher::flush);

        assertThat(failed)
                .hasMessageContaining("2 events were not acknowledged")
                .hasMessageContaining("DealEvent of D-1")
                .hasMessageContaining("too large")
                .matches(e -> !e.retriable());
        assertThat(failed.count()).isEqualTo(2);
        assertThat(failed.first()).extracting(SourceEvent::key).containsExactly("D-1", "D-2");
        assertThat(failureOf(first)).isSameAs(failed.getCause());
        assertThat(third.toCompletableFuture()).isCompleted();
        publisher.flush();
    }

    @Test
    void ofManyFailuresAllAreCountedAndTheFirstHundredKept() {
        Publisher publisher = publisher(PublisherSettings.DEFAULT);
        for (int i = 0; i < 150; i++) {
            publisher.publish(deal(i));
            producer.errorNext(new TimeoutException("expired"));
        }

        PublishException.EventsFailed failed =
                catchThrowableOfType(PublishException.EventsFailed.class, publisher::flush);

        assertThat(failed.count()).isEqualTo(150);
        assertThat(failed.first()).hasSize(100);
        assertThat(failed.retriable()).isTrue();
    }

    @Test
    void aSendThatFailsAtOnceIsAFailureLikeOthersAndTakesNoRoom() {
        Publisher publisher =
                publisher(PublisherSettings.DEFAULT.withMaxRecords(1).withRoomLimit(Duration.ZERO));
        producer.sendException = new KafkaException("fatal");

        assertThat(failureOf(publisher.publish(deal(1)))).hasMessageContaining("fatal");
        assertThat(failureOf(publisher.publish(deal(2)))).hasMessageContaining("fatal");

        assertThatExceptionOfType(PublishException.EventsFailed.class)
                .isThrownBy(publisher::flush)
                .matches(failed -> failed.count() == 2);
    }

    @Test
    void closingSaysWhatWasNotAcknowledgedInTime() {
        Publisher publisher = publisher(PublisherSettings.DEFAULT.withCloseLimit(Duration.ofMillis(5)));
        CompletionStage<Place> first = publisher.publish(deal(1));
        CompletionStage<Place> second = publisher.publish(deal(2));
        producer.completeNext();

        PublishException.EventsFailed failed =
                catchThrowableOfType(PublishException.EventsFailed.class, publisher::close);

        assertThat(failed)
                .hasMessageContaining("1 event was not acknowledged")
                .hasMessageContaining("DealEvent of D-2")
                .hasMessageContaining("PT0.005S");
        assertThat(failed.retriable()).isTrue();
        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(failureOf(second)).isSameAs(failed.getCause());
        assertThat(producer.closed()).isTrue();
        publisher.close();
    }

    @Test
    void whoWaitsForRoomWhenThePublisherIsClosedIsToldSo() throws Exception {
        Publisher publisher = publisher(PublisherSettings.DEFAULT.withMaxRecords(1));
        publisher.publish(deal(1));
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            assertThatIllegalStateException().isThrownBy(() -> publisher.publish(deal(2)));
            return true;
        });
        awaitWaiting(start(second));

        assertThatExceptionOfType(PublishException.EventsFailed.class)
                .isThrownBy(publisher::close)
                .matches(failed -> failed.count() == 1);

        assertThat(second.get()).isTrue();
        assertThatIllegalStateException().isThrownBy(publisher::flush);
        assertThatIllegalStateException().isThrownBy(() -> publisher.publish(deal(3)));
    }

    @Test
    void whatFollowsOnAResultCantCallThePublisherOnTheThreadThatWouldFreeIt() {
        Publisher publisher = publisher(PublisherSettings.DEFAULT);
        List<Throwable> thrown = new ArrayList<>();
        List.<Runnable>of(() -> publisher.publish(deal(9)), publisher::flush, publisher::close)
                .forEach(call -> publisher.publish(deal(1)).thenRun(call).exceptionally(failure -> {
                    thrown.add(failure);
                    return null;
                }));

        while (producer.completeNext()) {}

        assertThat(thrown)
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(IllegalStateException.class));
        publisher.close();
    }

    @Test
    void anUnreachableRegistryIsToldAsRetriableAndNothingIsSentOrCounted() {
        try (TopicCatalogue away =
                new TopicCatalogue("t.", 2, SerdeFactory.avro(Map.of("schema.registry.url", "http://127.0.0.1:1")))) {
            Publisher publisher = new Publisher(producer, away, PublisherSettings.DEFAULT);

            assertThatExceptionOfType(PublishException.RegistryUnavailable.class)
                    .isThrownBy(() -> publisher.publish(deal(1)))
                    .withMessageContaining("DealEvent of D-1")
                    .withCauseInstanceOf(RegistryException.class)
                    .matches(PublishException::retriable);

            assertThat(producer.history()).isEmpty();
            publisher.close();
        }
    }

    @Test
    void aRegistryThatSaysNoIsNotRetriable() {
        Map<String, String> lookUpOnly =
                Map.of("schema.registry.url", "mock://publisher-test-empty", "auto.register.schemas", "false");
        try (TopicCatalogue refusing = new TopicCatalogue("t.", 2, SerdeFactory.avro(lookUpOnly))) {
            Publisher publisher = new Publisher(producer, refusing, PublisherSettings.DEFAULT);

            assertThatExceptionOfType(PublishException.SchemaRefused.class)
                    .isThrownBy(() -> publisher.publish(deal(1)))
                    .matches(failure -> !failure.retriable());
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PublisherSettings.DEFAULT.withMaxRecords(0));
        assertThatIllegalArgumentException().isThrownBy(() -> PublisherSettings.DEFAULT.withMaxBytes(9_999));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublisherSettings.DEFAULT.withCloseLimit(Duration.ofMillis(-1)));
    }

    private Publisher publisher(PublisherSettings settings) {
        return new Publisher(producer, topics, settings);
    }

    private SourceEvent<DealEvent> deal(int number) {
        return crm.deals()
                .patch("D-" + number, Revision.of(1, AT))
                .amountMinor(1000)
                .build();
    }

    private int bytes(SourceEvent<DealEvent> event) {
        ProducerRecord<byte[], byte[]> record = event.toRecord(topics);
        int bytes = record.key().length + record.value().length;
        for (Header header : record.headers()) {
            bytes += header.key().length() + header.value().length;
        }
        return bytes;
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private static Throwable failureOf(CompletionStage<Place> result) {
        ExecutionException failed = catchThrowableOfType(
                ExecutionException.class, () -> result.toCompletableFuture().get());
        return Objects.requireNonNull(failed.getCause());
    }

    private static Thread start(Runnable task) {
        return Thread.ofPlatform().daemon().start(task);
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).as("it waits, and has not ended").isTrue();
            Thread.onSpinWait();
        }
    }
}
