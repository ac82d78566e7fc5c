package io.upswing.faults;

import java.io.IOException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An app over the clients that bugs are planted in, without one: what is found in those is not the clients' doing. */
final class WithoutABug {
    private WithoutABug() {}

    public static void main(String[] args) throws IOException {
        PlantedClients.run(
                args, config -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
    }
}
