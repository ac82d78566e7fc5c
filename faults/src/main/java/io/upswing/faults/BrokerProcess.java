package io.upswing.faults;

import io.upswing.embedded.EmbeddedKafka;
import io.upswing.embedded.KafkaOptions;
import java.io.IOException;
import java.nio.file.Path;

/** A broker as a process of its own. */
final class BrokerProcess {
    private BrokerProcess() {}

    /**
     * Runs the broker and prints its address.
     *
     * @param args its directory and its port
     */
    public static void main(String[] args) throws IOException {
        KafkaOptions options = KafkaOptions.in(Path.of(args[0])).onPort(Integer.parseInt(args[1]));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
            Child.serve(kafka.bootstrapServers());
        }
    }
}
