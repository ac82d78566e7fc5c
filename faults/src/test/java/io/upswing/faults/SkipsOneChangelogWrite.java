package io.upswing.faults;

import io.upswing.app.stores.StageStore;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** An app with a planted bug: one day of one rep is not written to the changelog of the panes. */
final class SkipsOneChangelogWrite {
    /** Of a day that is in the windows of 30 days when the first fault comes, and leaves them before the last one's end. */
    private static final int WHICH = 250;

    private static final AtomicInteger WRITES = new AtomicInteger();

    private SkipsOneChangelogWrite() {}

    public static void main(String[] args) throws IOException {
        PlantedClients.run(args, Skipping::new);
    }

    private static final class Skipping extends PlantedClients.Pretending {
        Skipping(Map<String, Object> config) {
            super(config);
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            boolean ofPanes = record.topic().endsWith("-" + StageStore.REP_PANES.storeName() + "-changelog");
            return ofPanes && WRITES.incrementAndGet() == WHICH
                    ? pretend(record, callback)
                    : super.send(record, callback);
        }
    }
}
