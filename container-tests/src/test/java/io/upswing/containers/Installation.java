package io.upswing.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;

/** Broker and registry with a CRM's history in their topics, and any instances of the app. */
final class Installation implements AutoCloseable {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 2);
    static final LocalDate OPEN_DAY = LAST_DAY.plusDays(1);
    static final int PARTITIONS = 4;
    static final String RULE = "revenue-floor";
    /** What each rep has won before the open day. */
    static final BigDecimal REVENUE_BEFORE = new BigDecimal("100.25");

    private static final int REPS = 12;
    private static final int REGISTRY_PORT = 8081;
    private static final Duration START = Duration.ofMinutes(5);

    private static final String MAPPING = """
            source: export
            zone: UTC
            currency: {code: USD, minorDigits: 2}
            reps:
              file: reps.csv
              id: rep
              team: team
              effectiveFrom: first-day
            deals:
              file: deals.csv
              id: id
              owner: rep
              stage: {column: stage, open: [Open], won: [Won], lost: [Lost]}
              amount: amount
              created: {column: created, format: yyyy-MM-dd}
              closed: {column: closed, format: yyyy-MM-dd}
            """;
    private static final String RULES = """
            rules:
              - id: %s
                title: Revenue under the floor
                because: It is for a test.
                severity: warning
                for: 1
                clear-for: 1
                floor: {kpi: revenue, window: 30d, limit: 1000, minimum-sample: 1}
            """.formatted(RULE);

    private final String id = UUID.randomUUID().toString();
    private final DockerClient engine = DockerClientFactory.instance().client();
    private final Network network = Network.newNetwork();
    private final KafkaContainer broker = new KafkaContainer(Images.broker())
            .withNetwork(network)
            .withListener("broker:19092")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m")
            .withStartupTimeout(START);
    private final GenericContainer<?> registry = new GenericContainer<>(Images.registry())
            .withNetwork(network)
            .withNetworkAliases("schema-registry")
            .withExposedPorts(REGISTRY_PORT)
            .withEnv("SCHEMA_REGISTRY_HOST_NAME", "schema-registry")
            .withEnv("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", "PLAINTEXT://broker:19092")
            .withEnv("SCHEMA_REGISTRY_LISTENERS", "http://0.0.0.0:8081")
            .waitingFor(Wait.forHttp("/subjects").forPort(REGISTRY_PORT).withStartupTimeout(START));
    private final Map<String, Instance> instances = new TreeMap<>();
    private final Set<String> volumes = new LinkedHashSet<>();

    private Installation() {}

    static Installation start() {
        Installation installation = new Installation();
        try {
            installation.broker.start();
            installation.registry.start();
            installation.command("topics", "create", "--history");
            installation.command("rules", "publish", "/export/rules.yaml");
            installation.command("import", "--mapping", "/export/mapping.yaml");
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    /** The reps of the history. */
    static List<String> reps() {
        return IntStream.rangeClosed(1, REPS).mapToObj(i -> "r" + i).toList();
    }

    String bootstrapServers() {
        return broker.getBootstrapServers();
    }

    String registryUrl() {
        return "http://%s:%d".formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT));
    }

    /** Runs a command of the image until it ends; it must succeed. */
    void command(String... words) {
        try (GenericContainer<?> command = new GenericContainer<>(Images.upswing())) {
            command.withNetwork(network)
                    .withEnv(configuration())
                    .withCommand(words)
                    .withCopyToContainer(Transferable.of(MAPPING), "/export/mapping.yaml")
                    .withCopyToContainer(Transferable.of(RULES), "/export/rules.yaml")
                    .withCopyToContainer(Transferable.of(repsFile()), "/export/reps.csv")
                    .withCopyToContainer(Transferable.of(dealsFile()), "/export/deals.csv")
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(START))
                    .start();
        }
    }

    /** Closes the open day, as an import of a second export does. */
    void closeOpenDay() {
        String day = OPEN_DAY.toString();
        command("import", "--mapping", "/export/mapping.yaml", "--as-of", day, "--close-through", day);
    }

    /** Sees to it that these instances run and no others. */
    List<Instance> running(String... names) {
        Set<String> wanted = Set.of(names);
        Set.copyOf(instances.keySet()).stream()
                .filter(name -> !wanted.contains(name))
                .forEach(this::stop);
        return Stream.of(names).map(this::instance).toList();
    }

    /** The instance of a name, started unless it runs. Its state is that of the one that had the name before. */
    Instance instance(String name) {
        String volume = "upswing-" + id + "-" + name;
        volumes.add(volume);
        return instances.computeIfAbsent(name, unused -> Instance.start(name, network, configuration(), volume));
    }

    /** Stops an instance in good order, and returns its exit code. */
    long stop(String name) {
        return removed(name).stop();
    }

    /** Kills an instance. */
    void kill(String name) {
        removed(name).kill();
    }

    private Instance removed(String name) {
        return Objects.requireNonNull(instances.remove(name), name);
    }

    private static Map<String, String> configuration() {
        return new HashMap<>(Map.of(
                "UPSWING_KAFKA_BOOTSTRAP_SERVERS", "broker:19092",
                "UPSWING_SCHEMA_REGISTRY_URL", "http://schema-registry:8081",
                "UPSWING_TIME_ZONE", "UTC",
                "UPSWING_REPORTING_CURRENCY", "USD",
                "UPSWING_WORKING_WEEK", "mon,tue,wed,thu,fri",
                "UPSWING_HOLIDAYS", "none",
                "UPSWING_TOPICS_PARTITIONS", Integer.toString(PARTITIONS),
                "UPSWING_HTTP_READ_TIMEOUT_MS", "60000"));
    }

    private static String repsFile() {
        return reps().stream().map(rep -> rep + ",t1\n").collect(Collectors.joining("", "rep,team\n", ""));
    }

    private static String dealsFile() {
        return reps().stream()
                .map(rep -> "%s-1,%s,Won,%s,2026-01-20,%s\n".formatted(rep, rep, REVENUE_BEFORE, LAST_DAY.minusDays(1)))
                .collect(Collectors.joining(
                        "", "id,rep,stage,amount,created,closed\n", "last,r1,Open,,%s,\n".formatted(LAST_DAY)));
    }

    private void remove(String volume) {
        try {
            engine.removeVolumeCmd(volume).exec();
        } catch (NotFoundException e) {
            // Its instance did not come so far.
        }
    }

    @Override
    public void close() {
        Set.copyOf(instances.keySet()).forEach(this::kill);
        registry.stop();
        broker.stop();
        try {
            volumes.forEach(this::remove);
        } finally {
            network.close();
        }
    }
}
