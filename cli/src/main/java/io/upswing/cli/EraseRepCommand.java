package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.cases.Erasure;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.Acknowledgement;
import io.upswing.schemas.watermarks.WatermarkReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Erases a rep's name and the notes about the rep. */
@Command(
        name = "rep",
        description = {
            "Erase a rep's name, and all notes about the rep, from their topics. Figures stay, under the id.",
            "docs/people.md says what goes and what stays."
        })
final class EraseRepCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "ID", description = "The rep's id.")
    private String rep = "";

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    EraseRepCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        Map<String, Object> settings = config.producerConfig();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        Erasure.Done done;
        try (TopicCatalogue topics = config.catalogue();
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(WatermarkReader.consumerConfig(config.consumerConfig()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            done = new Erasure(consumer, producer, Acknowledgement.of(settings))
                    .erase(rep, topics.names(), topics.notes());
        }
        context.console().print(said(done));
        if (done.unreadable() > 0) {
            context.console()
                    .say("upswing: " + done.unreadable()
                            + " notes can't be read, so that nobody knows whom they are about: they stay");
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }

    private List<String> said(Erasure.Done done) {
        List<String> lines = new ArrayList<>();
        if (done.names() + done.notes() + done.left() == 0) {
            lines.add("Nothing is left of the rep " + rep + ": no name, no notes.");
            return lines;
        }
        if (done.names() + done.notes() > 0) {
            lines.add("Erased of the rep " + rep + ": " + (done.names() == 0 ? "no name, there was none" : "the name")
                    + ", " + done.notes() + " notes. No view shows them any more.");
        }
        if (done.left() > 0) {
            lines.add("Of the rep " + rep + " " + done.left()
                    + " old records that were erased before still lie in their topics: written over once more.");
        }
        lines.add(
                "The old records go when their topics are compacted. Run this again in 7 days: it sees to it that they are,"
                        + " and says whether anything is left.");
        return lines;
    }
}
