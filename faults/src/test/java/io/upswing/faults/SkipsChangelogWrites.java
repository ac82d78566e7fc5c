package io.upswing.faults;

import io.upswing.app.stores.StageStore;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** An app with a planted bug: now and then a day of a rep is not written to the changelog of the panes. */
final class SkipsChangelogWrites {
    /** Of so many, so that among them is one that is not written again and still counts when it is read back. */
    private static final int ONE_OF = 20;

    private static final AtomicInteger WRITES = new AtomicInteger();

    private SkipsChangelogWrites() {}

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
            return ofPanes && WRITES.incrementAndGet() % ONE_OF == 0
                    ? pretend(record, callback)
                    : super.send(record, callback);
        }
    }
}
