package io.upswing.producers.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.Acknowledgement;
import io.upswing.schemas.watermarks.WatermarkReader;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes a simulation: first the watermark of the day before the first, to input partitions that have none; then for each
 * day its records, followed by its watermark in every input partition.
 *
 * <p>It can be stopped after any transaction, by force too: days that are closed stay so and are not published again, and the
 * records of a day that is not closed go out once more, which changes nothing. The live clock must be off meanwhile. Two
 * simulations of one installation fence each other.
 */
public final class SimulationPublisher implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Acknowledgement taken;
    private final Function<Collection<String>, Set<Optional<LocalDate>>> lastClosedDays;
    private final TopicCatalogue topics;

    SimulationPublisher(
            Producer<byte[], byte[]> producer,
            Function<Collection<String>, Set<Optional<LocalDate>>> lastClosedDays,
            TopicCatalogue topics,
            Acknowledgement taken) {
        this.producer = producer;
        this.taken = taken;
        this.lastClosedDays = lastClosedDays;
        this.topics = topics;
    }

    /**
     * Connects to a cluster, whose topics are there already.
     *
     * @param kafka  {@code bootstrap.servers} and whatever else Kafka's clients need
     * @param topics stays the caller's to close
     */
    public static SimulationPublisher connect(Map<String, ?> kafka, TopicCatalogue topics) {
        Map<String, Object> config = producerConfig(kafka, topics.prefix());
        return new SimulationPublisher(
                new KafkaProducer<>(config),
                inputs -> lastClosedDays(kafka, inputs),
                topics,
                Acknowledgement.of(config));
    }

    private static Map<String, Object> producerConfig(Map<String, ?> kafka, String prefix) {
        Map<String, Object> config = new HashMap<>(kafka);
        // Keys must lie where every other client of these topics puts them: Kafka's own partitioner.
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.remove(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + "simulate");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }

    private static Set<Optional<LocalDate>> lastClosedDays(Map<String, ?> kafka, Collection<String> inputs) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(WatermarkReader.consumerConfig(kafka))) {
            return Set.copyOf(new WatermarkReader(consumer).highest(inputs).values());
        }
    }

    /**
     * Publishes a simulation, or the rest of it.
     *
     * @throws SimulationRefusedException if the partitions are closed up to different days, or someone else took over
     * @throws KafkaException if the cluster refuses or does not answer
     */
    public SimulationResult run(Simulation simulation, Pace pace, SimulationListener listener) {
        // Before the look at the log: from here on no other simulation writes to it.
        producer.initTransactions();
        List<String> inputs = topics.inputs().stream().<String>map(Topic::name).toList();
        Run run = new Run(simulation, lastClosed(inputs), inputs, pace, listener);
        try {
            return run.publish();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new SimulationRefusedException("another simulation has taken over: this one has ended", e);
        } catch (RuntimeException e) {
            run.abort(e);
            throw e;
        }
    }

    private Optional<LocalDate> lastClosed(List<String> inputs) {
        Set<Optional<LocalDate>> days = lastClosedDays.apply(inputs);
        if (days.size() != 1) {
            throw new SimulationRefusedException("the input partitions are not closed up to the same day: "
                    + days.stream()
                            .map(day -> day.map(LocalDate::toString).orElse("none"))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return days.iterator().next();
    }

    @Override
    public void close() {
        producer.close();
    }

    /** One run over the days. */
    private final class Run {
        private final Simulation simulation;
        private final Optional<LocalDate> closed;
        private final List<String> inputs;
        private final Pace pace;
        private final SimulationListener listener;
        private final WatermarkWriter watermarks = new WatermarkWriter(producer, taken);
        private boolean open;
        private int pending;
        private long days;
        private long daysBefore;
        private long records;
        private long bad;

        Run(
                Simulation simulation,
                Optional<LocalDate> closed,
                List<String> inputs,
                Pace pace,
                SimulationListener listener) {
            this.simulation = simulation;
            this.closed = closed;
            this.inputs = inputs;
            this.pace = pace;
            this.listener = listener;
        }

        SimulationResult publish() {
            if (closed.isEmpty()) {
                begin();
                watermarks.write(simulation.settings().firstDay().minusDays(1), inputs);
            }
            Iterator<SimulatedDay> all = simulation.days().iterator();
            boolean goesOn = true;
            while (goesOn && all.hasNext()) {
                SimulatedDay day = all.next();
                listener.made(day);
                if (closed.map(last -> !day.day().isAfter(last)).orElse(false)) {
                    daysBefore++;
                } else {
                    goesOn = publish(day);
                }
            }
            commit();
            boolean finished = daysBefore + days == simulation.settings().days();
            return new SimulationResult(finished, days, daysBefore, records, bad);
        }

        /** Returns whether to go on. */
        private boolean publish(SimulatedDay day) {
            for (SimulatedRecord record : day.records()) {
                pace.await(records);
                begin();
                send(record);
                if (++pending >= pace.recordsPerTransaction() && !commit()) {
                    return false;
                }
            }
            begin();
            watermarks.write(day.day(), inputs);
            days++;
            return pending < pace.recordsPerTransaction() / 2 || commit();
        }

        private void send(SimulatedRecord record) {
            byte[] value = record.serialized(topics);
            // A failed send fails the commit, so nobody waits for the single one.
            var unused = producer.send(new ProducerRecord<>(
                    record.topic(topics).name(),
                    record.damage().losesKey() ? null : record.key().getBytes(UTF_8),
                    record.damage().of(value)));
            records++;
            bad += record.isGood() ? 0 : 1;
        }

        private void begin() {
            if (!open) {
                producer.beginTransaction();
                open = true;
            }
        }

        /** Returns whether to go on. */
        private boolean commit() {
            if (open) {
                producer.commitTransaction();
                open = false;
                pending = 0;
                listener.committed(daysBefore + days, records);
            }
            return !listener.isToStop();
        }

        /** Drops what is not committed; a failure to do so is added to the cause: the broker then drops it in time. */
        void abort(RuntimeException cause) {
            if (open) {
                open = false;
                try {
                    producer.abortTransaction();
                } catch (RuntimeException e) {
                    cause.addSuppressed(e);
                }
            }
        }
    }
}
