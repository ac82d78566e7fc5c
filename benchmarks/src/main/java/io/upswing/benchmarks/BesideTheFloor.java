package io.upswing.benchmarks;

import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import io.upswing.app.config.HostPort;
import io.upswing.app.config.StreamsProperties;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/** The whole pipeline beside the floor, in turn, on one broker; prints each pair and the ratios. */
public final class BesideTheFloor {
    private final Options options;
    private final PrintStream out;
    private final Path dir;

    private BesideTheFloor(Options options, PrintStream out, Path dir) {
        this.options = options;
        this.out = out;
        this.dir = dir;
    }

    /** Options as {@link Options#parse} reads them. */
    public static void main(String[] args) throws Exception {
        run(Options.parse(args), System.out);
    }

    /** Returns the ratio of each counted round: records a second of the pipeline to those of the floor. */
    static List<Double> run(Options options, PrintStream out) throws Exception {
        Path dir = Files.createTempDirectory("upswing-benchmark");
        try (EmbeddedStack stack = EmbeddedStack.start(StackOptions.in(dir.resolve("stack")))) {
            return new BesideTheFloor(options, out, dir).rounds(stack);
        } finally {
            delete(dir);
        }
    }

    private List<Double> rounds(EmbeddedStack stack) throws Exception {
        out.printf(Locale.ROOT, "%s%n%-8s %14s %14s %8s%n", options, "round", "floor rec/s", "pipeline rec/s", "ratio");
        List<Double> ratios = new ArrayList<>();
        for (int round = 1 - options.warmUps(); round <= options.rounds(); round++) {
            double ratio = pair(stack, round);
            if (round > 0) {
                ratios.add(ratio);
            }
        }
        List<Double> sorted = ratios.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "ratio: min %.3f, median %.3f, max %.3f%n",
                sorted.getFirst(),
                sorted.get(sorted.size() / 2),
                sorted.getLast());
        return ratios;
    }

    private double pair(EmbeddedStack stack, int round) throws Exception {
        Load load = new Load(options.deals(), options.reps(), options.days(), round);
        String prefix = "r" + (round + options.warmUps()) + ".";
        AppConfig config = config(stack, dir, prefix, options);
        try (TopicCatalogue catalogue = config.catalogue();
                Admin admin = Admin.create(config.adminConfig());
                Producer<byte[], byte[]> producer = producer(config)) {
            new TopicAdmin(admin).create(catalogue, (short) 1);
            admin.createTopics(List.of(new NewTopic(prefix + "copy", options.partitions(), (short) 1)))
                    .all()
                    .get();
            load.write(catalogue, producer);
            producer.flush();
            Floor floor = new Floor(
                    floorProperties(config, prefix), catalogue.deals().name(), prefix + "copy", options.partitions());
            double floorRate = load.records() / floor.run(load.records());
            double rate = load.records() / new Whole(load.openDay(), options.partitions()).run(config);
            out.printf(
                    Locale.ROOT,
                    "%-8s %14.0f %14.0f %8.3f%n",
                    round > 0 ? Integer.toString(round) : "warm-up",
                    floorRate,
                    rate,
                    rate / floorRate);
            return rate / floorRate;
        }
    }

    /** An installation of its own on the broker. */
    static AppConfig config(EmbeddedStack stack, Path dir, String prefix, Options options) {
        Map<String, String> flags = new HashMap<>();
        flags.put("kafka.bootstrap.servers", stack.bootstrapServers());
        flags.put("schema.registry.url", stack.registryUrl());
        flags.put("topic-prefix", prefix);
        flags.put("topics.partitions", Integer.toString(options.partitions()));
        flags.put("topics.replication-factor", "1");
        flags.put("stream.threads", Integer.toString(options.threads()));
        flags.put("state-dir", dir.resolve(prefix + "state").toString());
        flags.put("time-zone", "UTC");
        flags.put("reporting-currency", "USD");
        flags.put("working-week", "mon,tue,wed,thu,fri");
        flags.put("holidays", "none");
        flags.put("clock.enabled", "false");
        flags.put("http.port", "0");
        return ConfigLoader.load(List.of(), Map.of(), flags);
    }

    /** The same settings as the pipeline's, under another application id. */
    private static Properties floorProperties(AppConfig config, String prefix) {
        Properties properties = StreamsProperties.of(config, new HostPort("127.0.0.1", 1));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, prefix + "floor");
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, prefix + "floor");
        return properties;
    }

    static Producer<byte[], byte[]> producer(AppConfig config) {
        return new KafkaProducer<>(config.producerConfig(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static void delete(Path dir) {
        try (Stream<Path> files = Files.walk(dir)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
