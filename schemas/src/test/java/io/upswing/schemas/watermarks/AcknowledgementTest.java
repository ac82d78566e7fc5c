package io.upswing.schemas.watermarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {
    private static final RecordMetadata PLACE = new RecordMetadata(new TopicPartition("deals", 1), 7, 0, 0, 0, 0);
    private static final Acknowledgement SOON = Acknowledgement.within(Duration.ofMillis(20));

    private final CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();

    @Test
    void aRecordThatIsTakenGivesItsPlace() {
        sent.complete(PLACE);

        assertThat(SOON.await(sent)).isEqualTo(PLACE);
    }

    @Test
    void aRecordThatIsNeverTakenIsNotWaitedForWithoutEnd() {
        assertThatThrownBy(() -> SOON.await(sent))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("whether it still will is not known");
    }

    @Test
    void severalAreWaitedForTogetherNoLongerThanOne() {
        CompletableFuture<RecordMetadata> taken = CompletableFuture.completedFuture(PLACE);

        SOON.await(List.of(taken, taken));

        assertThatThrownBy(() -> SOON.await(List.of(taken, sent, taken))).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aRefusalStaysWhatItIsSoThatAFencedProducerIsKnownAsOne() {
        sent.completeExceptionally(new ProducerFencedException("another"));

        assertThatThrownBy(() -> SOON.await(sent)).isInstanceOf(ProducerFencedException.class);
    }

    @Test
    void aFailureThatIsNotKafkasIsSaidAsOne() {
        sent.completeExceptionally(new IllegalStateException("odd"));

        assertThatThrownBy(() -> SOON.await(sent))
                .isInstanceOf(KafkaException.class)
                .hasRootCauseMessage("odd");
    }

    @Test
    void anInterruptEndsTheWaitAndStaysOnTheThread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Acknowledgement.usual().await(sent)).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theProducerGivesUpFirst() {
        String key = ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;

        assertThat(Acknowledgement.usual().patience()).isEqualTo(Duration.ofSeconds(125));
        assertThat(Acknowledgement.of(Map.of(key, "3000")).patience()).isEqualTo(Duration.ofSeconds(8));
        assertThat(Acknowledgement.of(Map.of(key, 3_000)).patience()).isEqualTo(Duration.ofSeconds(8));
        assertThatThrownBy(() -> Acknowledgement.of(Map.of(key, "soon"))).isInstanceOf(ConfigException.class);
    }

    @Test
    void aWatermarkThatIsNeverTakenIsNotWaitedForWithoutEnd() {
        try (MockProducer<byte[], byte[]> silent = WatermarkWriterTest.producer(false)) {
            WatermarkWriter writer = new WatermarkWriter(silent, SOON);

            assertThatThrownBy(() -> writer.write(LocalDate.of(2017, 12, 31), List.of("deals")))
                    .isInstanceOf(TimeoutException.class);
        }
    }
}
