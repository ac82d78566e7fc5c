package io.upswing.faults;

import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import io.upswing.producers.csv.CsvImport;
import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.History;
import io.upswing.producers.csv.ImportProgress;
import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Mapping;
import io.upswing.producers.sample.SampleData;
import io.upswing.producers.simulator.Pace;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationListener;
import io.upswing.producers.simulator.SimulationPublisher;
import io.upswing.producers.simulator.SimulationResult;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One installation on a broker and registry: its settings, its topics, and what lies in them. */
final class Site {
    static final int PARTITIONS = 3;
    /** After so long without a sign of life an instance is taken for gone. */
    static final Duration SESSION = Duration.ofSeconds(4);

    private static final int REPS_WITH_CASES = 12;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, String> flags = new TreeMap<>();

    Site(String bootstrapServers, String registryUrl, String prefix, Path stateDir) {
        flags.put("kafka.bootstrap.servers", bootstrapServers);
        flags.put("schema.registry.url", registryUrl);
        flags.put("topic-prefix", prefix);
        flags.put("state-dir", stateDir.toString());
        flags.put("time-zone", "UTC");
        flags.put("reporting-currency", "USD");
        flags.put("working-week", "mon,tue,wed,thu,fri");
        flags.put("holidays", "none");
        flags.put("clock.enabled", "false");
        flags.put("topics.replication-factor", "1");
        flags.put("topics.partitions", Integer.toString(PARTITIONS));
        flags.put("http.port", "0");
    }

    Site with(String key, String value) {
        flags.put(key, value);
        return this;
    }

    /** One of several instances of it, with a port and a state directory of its own. */
    Site instance(int number, int port) {
        Site instance = new Site("", "", "", Path.of(""));
        instance.flags.putAll(flags);
        return instance.with("http.port", Integer.toString(port))
                .with(
                        "state-dir",
                        Path.of(config().streams().stateDir() + "-" + number).toString());
    }

    AppConfig config() {
        return ConfigLoader.load(List.of(), Map.of(), flags);
    }

    /** The settings as {@link AppProcess} takes them. */
    List<String> arguments() {
        return flags.entrySet().stream()
                .map(flag -> flag.getKey() + "=" + flag.getValue())
                .toList();
    }

    Site createTopics() throws Exception {
        AppConfig config = config();
        try (TopicCatalogue catalogue = config.catalogue();
                Admin admin = Admin.create(config.adminConfig())) {
            TopicAdmin topics = new TopicAdmin(admin);
            topics.create(catalogue, (short) 1);
            // The controller has made them; the broker learns it a moment later.
            Await.until(
                    "the topics",
                    () -> topics.check(catalogue),
                    () -> topics.check(catalogue).stream()
                            .noneMatch(problem -> problem.found().equals("missing")));
        }
        return this;
    }

    /** The sample as it was known at the close of a day, with rules and with commands on some reps. */
    void importSample(Path dir, LocalDate until) throws IOException {
        Path mapping = SampleData.copyTo(dir);
        History history = History.of(Export.read(Mapping.load(mapping), dir), Optional.of(until));
        LocalDate first = history.firstDay();
        List<String> reps = history.records(first)
                .filter(ImportRecord.OfRep.class::isInstance)
                .map(ImportRecord::key)
                .sorted()
                .limit(REPS_WITH_CASES)
                .toList();
        CaseRules.publish(this, dir);
        AppConfig config = config();
        try (TopicCatalogue catalogue = config.catalogue();
                CsvImport csv = CsvImport.connect(config.clientConfig(), catalogue)) {
            csv.run(history, new CaseCommands(first, reps), ImportProgress.NONE, () -> false);
        }
    }

    /** Publishes a simulation, or the rest of it. */
    SimulationResult publish(Simulation simulation, Pace pace, SimulationListener listener) {
        AppConfig config = config();
        try (TopicCatalogue catalogue = config.catalogue();
                SimulationPublisher publisher = SimulationPublisher.connect(config.clientConfig(), catalogue)) {
            return publisher.run(simulation, pace, listener);
        }
    }

    /** The last committed value of each key. */
    <V> SortedMap<String, V> last(Function<TopicCatalogue, Topic<String, V>> which) {
        SortedMap<String, V> last = new TreeMap<>();
        try (TopicCatalogue catalogue = config().catalogue()) {
            Topic<String, V> topic = which.apply(catalogue);
            for (ConsumerRecord<byte[], byte[]> record : records(topic.name())) {
                last.put(
                        new String(record.key(), StandardCharsets.UTF_8),
                        topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
            }
        }
        return last;
    }

    /** All committed values of each key, in order. */
    <V> SortedMap<String, List<V>> all(Function<TopicCatalogue, Topic<String, V>> which) {
        SortedMap<String, List<V>> all = new TreeMap<>();
        try (TopicCatalogue catalogue = config().catalogue()) {
            Topic<String, V> topic = which.apply(catalogue);
            for (ConsumerRecord<byte[], byte[]> record : records(topic.name())) {
                V value = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
                all.computeIfAbsent(new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                        .add(value);
            }
        }
        return all;
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        try (TopicCatalogue catalogue = config().catalogue()) {
            return records(catalogue.deadLetters().name());
        }
    }

    List<Letter> letters() {
        String prefix = config().topics().prefix();
        return deadLetters().stream().map(letter -> Letter.of(letter, prefix)).toList();
    }

    /** What is committed in a topic, in the order of each partition. */
    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings = new HashMap<>(config().consumerConfig());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant deadline = Instant.now().plus(Await.PATIENCE);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                if (Instant.now().isAfter(deadline)) {
                    throw new WaitedInVainException("what is committed in " + topic, records.size() + " records");
                }
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }
}
