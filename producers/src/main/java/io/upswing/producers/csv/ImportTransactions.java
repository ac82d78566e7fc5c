package io.upswing.producers.csv;

import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Sends records and watermarks in transactions of a fair size; the caller says where one may end. */
final class ImportTransactions {
    /** Enough that the cost of a commit vanishes, few enough that it is done in a fraction of a second. */
    static final int RECORDS = 2_000;

    private final Producer<byte[], byte[]> producer;
    private final TopicCatalogue topics;
    private boolean open;
    private int pending;

    ImportTransactions(Producer<byte[], byte[]> producer, TopicCatalogue topics) {
        this.producer = producer;
        this.topics = topics;
    }

    void send(ImportRecord record) {
        switch (record) {
            case ImportRecord.OfDeal deal -> send(topics.deals(), deal.key(), deal.event());
            case ImportRecord.OfActivity activity -> send(topics.activities(), activity.key(), activity.event());
            case ImportRecord.OfQuota quota -> send(topics.quotas(), quota.key(), quota.event());
            case ImportRecord.OfRep rep -> send(topics.reps(), rep.key(), rep.event());
            case ImportRecord.OfCommand command -> send(topics.commands(), command.key(), command.event());
            case ImportRecord.OfNote note -> send(topics.notes(), note.key(), note.note());
            case ImportRecord.OfName name -> {
                Headers headers = new RecordHeaders();
                name.asOf().ifPresent(asOf -> AsOfHeader.write(headers, asOf));
                send(topics.names(), name.key(), name.name(), headers);
            }
        }
    }

    void sendWatermarks(LocalDate day, List<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Headers headers = WatermarkRecord.ofSingleSender(day).toHeaders();
            send(new ProducerRecord<byte[], byte[]>(
                    partition.topic(), partition.partition(), (Long) null, null, null, headers));
        }
    }

    /** Whether enough has been sent to commit it. */
    boolean full() {
        return pending >= RECORDS;
    }

    /** Commits what has been sent. An interrupt does not cut it off: it stays on the thread. */
    void commit() {
        if (!open) {
            return;
        }
        try {
            producer.commitTransaction();
        } catch (InterruptException e) {
            // A commit under way can't be taken back, only waited for by asking again.
            withoutInterrupt(producer::commitTransaction);
        }
        open = false;
        pending = 0;
    }

    /** Drops what is not committed; a failure to do so is added to the cause: the broker then drops it in time. */
    void abort(Exception cause) {
        if (!open) {
            return;
        }
        open = false;
        try {
            // Cut off, it would leave readers waiting for the transaction's time-out.
            withoutInterrupt(producer::abortTransaction);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static void withoutInterrupt(Runnable action) {
        boolean interrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <V> void send(Topic<String, V> topic, String key, V value) {
        send(topic, key, value, new RecordHeaders());
    }

    private <V> void send(Topic<String, V> topic, String key, V value, Headers headers) {
        byte[] keyBytes = topic.keySerde().serializer().serialize(topic.name(), headers, key);
        byte[] valueBytes = topic.valueSerde().serializer().serialize(topic.name(), headers, value);
        send(new ProducerRecord<byte[], byte[]>(topic.name(), null, (Long) null, keyBytes, valueBytes, headers));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
        // A failed send fails the commit, so nobody waits for the single one.
        var unused = producer.send(record);
        pending++;
    }
}
