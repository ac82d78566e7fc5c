package io.upswing.producers.csv;

import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes a history: first the watermark of the day before the first, to input partitions that have none; then for each
 * day its records, followed by its watermark in every input partition. Or a restatement: each row once, then, if asked for,
 * the watermarks of days.
 *
 * <p>A transaction holds whole days, or whole rows, so a stop at any moment, by force too, leaves those. Run again, days that
 * every partition has closed are sent once more without their watermarks: their records are the same, and change nothing;
 * the other days get theirs. The live clock must be off while days are closed. Two imports of one installation fence each
 * other.
 */
public final class CsvImport implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final ImportLog log;
    private final TopicCatalogue topics;

    CsvImport(Producer<byte[], byte[]> producer, ImportLog log, TopicCatalogue topics) {
        this.producer = producer;
        this.log = log;
        this.topics = topics;
    }

    /**
     * Connects to a cluster, whose topics are there already.
     *
     * @param kafka {@code bootstrap.servers} and whatever else Kafka's clients need
     * @param topics stays the caller's to close
     */
    public static CsvImport connect(Map<String, ?> kafka, TopicCatalogue topics) {
        return new CsvImport(new KafkaProducer<>(producerConfig(kafka, topics.prefix())), new KafkaLog(kafka), topics);
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
        return run(history, Supplement.NONE, progress, stop);
    }

    /**
     * Publishes a history, and on each of its days what a supplement adds to it.
     *
     * @see #run(History, ImportProgress, BooleanSupplier)
     */
    public ImportResult run(History history, Supplement supplement, ImportProgress progress, BooleanSupplier stop) {
        return inTransactions(transactions -> {
            KnownNames names = new KnownNames(log.namesAsOf(topics.names()));
            ClosedDays closed = new ClosedDays(log.lastClosedDays(inputNames()));
            return new HistoryRun(history, supplement, names, closed, transactions, progress, stop).publish();
        });
    }

    /**
     * Publishes a restatement. It can be stopped as a history can.
     *
     * @param stop asked between transactions
     * @throws ImportException if another import took over, or no day has been closed yet
     * @throws KafkaException if the cluster refuses or does not answer
     */
    public RestatementResult run(Restatement restatement, ImportProgress progress, BooleanSupplier stop) {
        return inTransactions(transactions -> {
            ClosedDays closed = new ClosedDays(log.lastClosedDays(inputNames()));
            return new RestatementRun(restatement, closed, log, topics, transactions, progress, stop).publish();
        });
    }

    private <R> R inTransactions(Function<ImportTransactions, R> run) {
        ImportTransactions transactions = new ImportTransactions(producer, topics);
        try {
            // Before the look at the log: from here on no other import writes to it.
            producer.initTransactions();
            return run.apply(transactions);
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
}
