package io.upswing.cli.operating;

import io.upswing.app.clock.Probe;
import io.upswing.app.config.AppConfig;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker's time, which days are closed by: the append time of a record on the clock's topic. */
final class BrokerTimeCheck implements Check {
    // More than clocks that are kept right differ, less than a grace period.
    private static final Duration NEAR = Duration.ofMinutes(1);
    private static final int PATIENCE_MS = 15_000;

    private final AppConfig config;
    private final TopicCatalogue topics;
    private final Supplier<Instant> host;
    private Optional<Instant> found = Optional.empty();

    BrokerTimeCheck(AppConfig config, TopicCatalogue topics, Supplier<Instant> host) {
        this.config = config;
        this.topics = topics;
        this.host = host;
    }

    @Override
    public String what() {
        return "broker time";
    }

    @Override
    public String otherwise() {
        return "see what is said of topic " + topics.clock().name() + ", of rights and of the registry";
    }

    /** What was found, once looked. */
    Optional<Instant> found() {
        return found;
    }

    @Override
    public List<Finding> look() {
        Instant broker = ask();
        found = Optional.of(broker);
        Duration ahead = Duration.between(host.get(), broker);
        if (ahead.abs().compareTo(NEAR) <= 0) {
            return List.of(Finding.ok(what(), broker + ", as here"));
        }
        return List.of(Finding.warn(
                what(),
                broker + ", " + readable(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of")
                        + " this machine's clock",
                "days are closed by the broker's time: set whichever clock is wrong (chronyc tracking)"));
    }

    private Instant ask() {
        Map<String, Object> settings = config.producerConfig();
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return new Probe(topics.clock(), "doctor").ask(producer);
        }
    }

    private static String readable(Duration duration) {
        return duration.toDays() > 0
                ? duration.toDays() + " days"
                : duration.toHours() > 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
