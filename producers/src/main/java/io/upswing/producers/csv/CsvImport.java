package io.upswing.producers.csv;

import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkReader;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes a history: first the watermark of the day before the first, to input partitions that have none; then for each
 * day its records, followed by its watermark in every input partition.
 *
 * <p>A transaction holds whole days, so a stop at any moment, by force too, leaves whole days. Run again, days that every
 * partition has closed are sent once more without their watermarks: their records are the same, and change nothing; the
 * other days get theirs. The live clock must be off meanwhile. Two imports of one installation fence each other.
 */
public final class CsvImport implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Function<Collection<String>, Map<TopicPartition, Optional<LocalDate>>> lastClosedDays;
    private final TopicCatalogue topics;

    CsvImport(
            Producer<byte[], byte[]> producer,
            Function<Collection<String>, Map<TopicPartition, Optional<LocalDate>>> lastClosedDays,
            TopicCatalogue topics) {
        this.producer = producer;
        this.lastClosedDays = lastClosedDays;
        this.topics = topics;
    }

    /**
     * Connects to a cluster, whose topics are there already.
     *
     * @param kafka {@code bootstrap.servers} and whatever else Kafka's clients need
     * @param topics stays the caller's to close
     */
    public static CsvImport connect(Map<String, ?> kafka, TopicCatalogue topics) {
        return new CsvImport(
                new KafkaProducer<>(producerConfig(kafka, topics.prefix())),
                inputs -> lastClosedDays(kafka, inputs),
                topics);
    }

    /**
     * Publishes a history. It can be stopped between two transactions, by {@code stop} or by interrupting the thread, which
     * stays interrupted.
     *
     * @param stop asked between transactions
     * @throws ImportException if another import took over
     * @throws KafkaException if the cluster refuses or does not answer
     */
    public ImportResult run(History history, ImportProgress progress, BooleanSupplier stop) {
        ImportTransactions transactions = new ImportTransactions(producer, topics);
        try {
            // Before the look at the log: from here on no other import writes to it.
            producer.initTransactions();
            ClosedDays closed = new ClosedDays(lastClosedDays.apply(inputNames()));
            return new Run(history, closed, transactions, progress, stop).publish();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new ImportException("another import of this installation has taken over: this one has ended", e);
        } catch (RuntimeException e) {
            transactions.abort(e);
            throw e;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private List<String> inputNames() {
        return topics.inputs().stream().<String>map(Topic::name).toList();
    }

    static Map<String, Object> producerConfig(Map<String, ?> kafka, String prefix) {
        Map<String, Object> config = new HashMap<>(kafka);
        // Keys must lie where every other client of these topics puts them: Kafka's own partitioner.
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.remove(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + "import");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }

    private static Map<TopicPartition, Optional<LocalDate>> lastClosedDays(
            Map<String, ?> kafka, Collection<String> inputs) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(WatermarkReader.consumerConfig(kafka))) {
            return new WatermarkReader(consumer).highest(inputs);
        }
    }

    /** One run over the days of a history. */
    private static final class Run {
        private final History history;
        private final ClosedDays closed;
        private final ImportTransactions transactions;
        private final ImportProgress progress;
        private final BooleanSupplier stop;
        private final long daysTotal;
        private Counts sent = new Counts(0, 0, 0, 0);
        private Counts committed = sent;

        /** What has been published. */
        private record Counts(long days, long alreadyClosed, long records, long watermarks) {
            Counts plus(long day, long already, long moreRecords, long moreWatermarks) {
                return new Counts(
                        days + day, alreadyClosed + already, records + moreRecords, watermarks + moreWatermarks);
            }
        }

        Run(
                History history,
                ClosedDays closed,
                ImportTransactions transactions,
                ImportProgress progress,
                BooleanSupplier stop) {
            this.history = history;
            this.closed = closed;
            this.transactions = transactions;
            this.progress = progress;
            this.stop = stop;
            this.daysTotal = history.days().count();
        }

        ImportResult publish() {
            try {
                return result(publishDays());
            } catch (InterruptException e) {
                transactions.abort(e);
                return result(false);
            }
        }

        private boolean publishDays() {
            begin(history.firstDay().minusDays(1));
            for (Iterator<LocalDate> days = history.days().iterator(); days.hasNext(); ) {
                publish(days.next());
                if (transactions.full() || !days.hasNext()) {
                    commit();
                    if (days.hasNext()
                            && (stop.getAsBoolean() || Thread.currentThread().isInterrupted())) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void begin(LocalDate dayBefore) {
            // On the very first day that can be closed there is none before it.
            if (!dayBefore.isBefore(WatermarkRecord.FIRST)) {
                closeTo(dayBefore, closed.begin(dayBefore));
            }
        }

        private void publish(LocalDate day) {
            List<HistoryRecord> records = history.records(day).toList();
            records.forEach(transactions::send);
            List<TopicPartition> open = closed.close(day);
            sent = sent.plus(1, open.isEmpty() ? 1 : 0, records.size(), 0);
            closeTo(day, open);
        }

        private void closeTo(LocalDate day, List<TopicPartition> partitions) {
            transactions.sendWatermarks(day, partitions);
            sent = sent.plus(0, 0, 0, partitions.size());
        }

        private void commit() {
            transactions.commit();
            committed = sent;
            progress.advanced(committed.days(), daysTotal, committed.records());
        }

        private ImportResult result(boolean finished) {
            return new ImportResult(
                    finished,
                    history.firstDay(),
                    history.lastDay(),
                    committed.days(),
                    committed.alreadyClosed(),
                    committed.records(),
                    committed.watermarks(),
                    history.export().rows(),
                    history.export().refused());
        }
    }
}
