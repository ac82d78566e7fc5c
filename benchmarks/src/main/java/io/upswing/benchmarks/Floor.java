package io.upswing.benchmarks;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The least that an exactly-once pipeline with one repartition does: reads the records, repartitions and copies them. */
final class Floor {
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final Properties properties;
    private final String from;
    private final String to;
    private final int partitions;

    Floor(Properties properties, String from, String to, int partitions) {
        this.properties = properties;
        this.from = from;
        this.to = to;
        this.partitions = partitions;
    }

    /** Seconds from the first record to the last. */
    double run(long records) throws InterruptedException {
        AtomicLong first = new AtomicLong();
        AtomicLong copied = new AtomicLong();
        CountDownLatch done = new CountDownLatch(1);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(from, Consumed.with(BYTES, BYTES).withName("source"))
                .filter((key, value) -> value != null, Named.as("data"))
                .peek((key, value) -> first.compareAndSet(0, System.nanoTime()), Named.as("first"))
                .repartition(Repartitioned.with(BYTES, BYTES).withName("copy").withNumberOfPartitions(partitions))
                .peek(
                        (key, value) -> {
                            if (copied.incrementAndGet() == records) {
                                done.countDown();
                            }
                        },
                        Named.as("count"))
                .to(to, Produced.with(BYTES, BYTES).withName("sink"));
        try (KafkaStreams streams = new KafkaStreams(builder.build(), properties)) {
            streams.start();
            done.await();
            return (System.nanoTime() - first.get()) / 1e9;
        }
    }
}
