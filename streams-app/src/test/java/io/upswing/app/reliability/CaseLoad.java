package io.upswing.app.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Supplement;
import io.upswing.producers.simulator.SimulatedDay;
import io.upswing.producers.simulator.SimulationListener;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.Acknowledgement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes commands into a simulation's log: those of a day between the watermark of the day before, which the broker has by
 * then, and its own. So they are of the same day in every run, whatever the simulation's transactions are.
 */
final class CaseLoad implements SimulationListener, AutoCloseable {
    private final TopicCatalogue catalogue;
    private final Producer<byte[], byte[]> producer;
    private final Supplement commands;

    CaseLoad(Site site, Supplement commands) {
        this.commands = commands;
        catalogue = site.config().catalogue();
        producer = new KafkaProducer<>(
                site.config().producerConfig(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void made(SimulatedDay day) {
        Topic<String, CommandEvent> topic = catalogue.commands();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        commands.records(day.day())
                .map(ImportRecord.OfCommand.class::cast)
                .forEach(command -> sent.add(producer.send(new ProducerRecord<>(
                        topic.name(), command.key().getBytes(UTF_8), topic.serialized(command.event())))));
        Acknowledgement.usual().await(sent);
    }

    @Override
    public void close() {
        producer.close();
        catalogue.close();
    }
}
