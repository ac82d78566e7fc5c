package io.upswing.benchmarks;

import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Deals created and closed over some days, evenly, from a seed: two whole states for each deal, and the watermark of each
 * day.
 */
record Load(int deals, int reps, int days, long seed) {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** How many data records there are. */
    int records() {
        return 2 * deals;
    }

    /** The day that is open when all has been read. */
    LocalDate openDay() {
        return FIRST.plusDays(days);
    }

    private record Event(String deal, DealEvent event) {}

    /** Writes all, day by day. */
    void write(TopicCatalogue catalogue, Producer<byte[], byte[]> producer) {
        List<List<Event>> history = history();
        WatermarkWriter watermarks = new WatermarkWriter(producer);
        List<String> inputs = catalogue.inputs().stream().map(Topic::name).toList();
        watermarks.write(FIRST.minusDays(1), inputs);
        for (int day = 0; day < days; day++) {
            history.get(day).forEach(event -> send(catalogue.deals(), producer, event));
            watermarks.write(FIRST.plusDays(day), inputs);
        }
    }

    private static void send(Topic<String, DealEvent> topic, Producer<byte[], byte[]> producer, Event event) {
        byte[] value = topic.serialized(event.event());
        var unused = producer.send(
                new ProducerRecord<>(topic.name(), event.deal().getBytes(StandardCharsets.UTF_8), value),
                (metadata, failure) -> {
                    if (failure != null) {
                        throw new IllegalStateException("a record could not be written", failure);
                    }
                });
    }

    private List<List<Event>> history() {
        Random random = new Random(seed);
        List<List<Event>> history = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            history.add(new ArrayList<>());
        }
        for (int i = 0; i < deals; i++) {
            int created = random.nextInt(days);
            int closed = created + random.nextInt(days - created);
            String owner = "rep-" + random.nextInt(reps);
            DealStatus end = random.nextInt(10) < 6 ? DealStatus.WON : DealStatus.LOST;
            long amount = 100L * (1 + random.nextInt(10_000));
            String deal = "deal-" + i;
            history.get(created).add(event(deal, DealStatus.OPEN, owner, amount, created, null));
            history.get(closed).add(event(deal, end, owner, amount, created, closed));
        }
        return history;
    }

    private static Event event(
            String deal, DealStatus status, String owner, long amount, int created, @Nullable Integer closed) {
        LocalDate from = FIRST.plusDays(created);
        @Nullable LocalDate to = closed == null ? null : FIRST.plusDays(closed);
        long version = closed == null ? 1 : 2;
        DealState state = new DealState(status, null, amount, null, from, to, null, owner, List.<Credit>of());
        return new Event(
                deal,
                new DealEvent(
                        deal + ":" + version,
                        null,
                        version,
                        FIRST.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        state));
    }
}
