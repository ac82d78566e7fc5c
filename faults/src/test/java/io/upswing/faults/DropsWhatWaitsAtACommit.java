package io.upswing.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** An app with a planted bug: facts wait for the commit, and at one commit those that wait are not sent. */
final class DropsWhatWaitsAtACommit {
    private static final String FACTS = "-facts-repartition";
    /** Some commits with facts after the start. */
    private static final int WHICH = 10;

    private static final AtomicInteger COMMITS = new AtomicInteger();

    private DropsWhatWaitsAtACommit() {}

    public static void main(String[] args) throws IOException {
        PlantedClients.run(args, Waiting::new);
    }

    private static final class Waiting extends PlantedClients.Pretending {
        private final List<ProducerRecord<byte[], byte[]>> waiting = new ArrayList<>();

        Waiting(Map<String, Object> config) {
            super(config);
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (!record.topic().endsWith(FACTS)) {
                return super.send(record, callback);
            }
            waiting.add(record);
            return pretend(record, callback);
        }

        @Override
        public void flush() {
            List<ProducerRecord<byte[], byte[]>> due = List.copyOf(waiting);
            waiting.clear();
            boolean drops = due.stream().anyMatch(Waiting::isFact) && COMMITS.incrementAndGet() == WHICH;
            for (ProducerRecord<byte[], byte[]> record : due) {
                if (!drops || !isFact(record)) {
                    var unused = super.send(record, null);
                }
            }
            super.flush();
        }

        /** Or else a watermark, without which the next stage would stand still. */
        private static boolean isFact(ProducerRecord<byte[], byte[]> record) {
            return record.key().length > 0;
        }
    }
}
