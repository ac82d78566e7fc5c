package io.upswing.faults;

import io.upswing.embedded.EmbeddedKafka;
import io.upswing.embedded.KafkaOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A broker as a process of its own. */
final class BrokerProcess {
    private BrokerProcess() {}

    /**
     * Runs the broker and prints its address.
     *
     * @param args its directory, its port, and how long it may be silent, in milliseconds, if not as usual
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> overrides = args.length > 2 ? Map.of("broker.session.timeout.ms", args[2]) : Map.of();
        KafkaOptions options = KafkaOptions.in(Path.of(args[0]))
                .onPort(Integer.parseInt(args[1]))
                .with(overrides);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
            Child.serve(kafka.bootstrapServers());
        }
    }
}
