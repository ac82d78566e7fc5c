package io.upswing.app;

import io.upswing.app.clock.LiveClock;
import io.upswing.app.clock.Probe;
import io.upswing.app.config.AppConfig;
import io.upswing.app.config.HostPort;
import io.upswing.app.config.StreamsProperties;
import io.upswing.app.intake.RegistryCircuit;
import io.upswing.app.metrics.AppMetrics;
import io.upswing.app.metrics.ClockMetrics;
import io.upswing.app.metrics.FigureGauges;
import io.upswing.app.topology.Observers;
import io.upswing.app.topology.PartitionCounts;
import io.upswing.app.topology.PipelineTopology;
import io.upswing.app.topology.Plumbing;
import io.upswing.app.topology.StageObserver;
import io.upswing.app.topology.Tasks;
import io.upswing.app.views.ViewSettings;
import io.upswing.app.views.http.Views;
import io.upswing.app.views.http.ViewsServer;
import io.upswing.app.views.kafka.ConsumedEventLog;
import io.upswing.app.views.kafka.ProducedInbox;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.topics.TopicProblem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An instance of Upswing: the topology, the views, and the live clock if it is enabled. */
public final class UpswingApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpswingApp.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

    private final HostPort address;
    private final KafkaStreams streams;
    private final CountDownLatch running = new CountDownLatch(1);
    /** Closed in reverse order. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private UpswingApp(
            AppConfig config, List<StageObserver> observers, BiFunction<Topology, Properties, KafkaStreams> make) {
        try {
            TopicCatalogue catalogue = opened(config.catalogue());
            PartitionCounts partitions = checkedTopics(config, catalogue);
            AppMetrics metrics = opened(new AppMetrics());
            HostPort listen = config.http().listen();
            ViewsServer server = opened(ViewsServer.start(listen.host(), listen.port(), metrics::scrape));
            address = config.http().advertisedOn(server.port());
            Plumbing plumbing = plumbing(config, catalogue, partitions, withMetrics(observers, metrics));
            streams = streams(config, plumbing, make);
            metrics.bind(streams);
            Views views = views(config, catalogue, plumbing);
            server.serve(views);
            opened(FigureGauges.start(
                    metrics.registry(), views.local(), config.organization().currencyDigits()));
            streams.start();
            if (config.clock().enabled()) {
                opened(LiveClock.start(config, catalogue, address.toString(), new ClockMetrics(metrics.registry())));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static StageObserver withMetrics(List<StageObserver> observers, AppMetrics metrics) {
        List<StageObserver> all = new ArrayList<>(observers);
        all.add(metrics.stages());
        return new Observers(all);
    }

    private static Plumbing plumbing(
            AppConfig config, TopicCatalogue catalogue, PartitionCounts partitions, StageObserver observer) {
        return new Plumbing(
                config.applicationId(),
                catalogue,
                partitions,
                config.zone(),
                config.entitySettings(),
                config.repSettings(),
                config.unitSettings(),
                config.stateDependsOn(),
                config.kpis().emitInterval(),
                new RegistryCircuit(System::nanoTime),
                new Tasks(),
                observer);
    }

    private KafkaStreams streams(
            AppConfig config, Plumbing plumbing, BiFunction<Topology, Properties, KafkaStreams> make) {
        KafkaStreams made = make.apply(new PipelineTopology(plumbing).get(), StreamsProperties.of(config, address));
        parts.push(() -> made.close(CLOSE_WITHIN));
        made.setUncaughtExceptionHandler(new RestartLimit(System::nanoTime));
        made.setStateListener((now, before) -> stateChanged(now));
        return made;
    }

    private HostInfo self() {
        return HostInfo.buildFromEndpoint(address.toString());
    }

    private Views views(AppConfig config, TopicCatalogue catalogue, Plumbing plumbing) {
        return Views.over(
                streams,
                plumbing,
                self(),
                viewSettings(config, plumbing.partitions()),
                opened(new ProducedInbox(
                        config.producerConfig(),
                        catalogue.commands(),
                        catalogue.notes(),
                        new Probe(catalogue.clock(), address.toString()))),
                new ConsumedEventLog(config.consumerConfig(), catalogue.issueEvents(), catalogue.planEvents()),
                System::nanoTime);
    }

    private static ViewSettings viewSettings(AppConfig config, PartitionCounts partitions) {
        return new ViewSettings(
                config.kpis().windows(),
                partitions,
                config.kpis().credit(),
                config.kpis().staleAfterDays(),
                config.organization().currency().getCurrencyCode(),
                config.organization().currencyDigits());
    }

    /**
     * Checks the topics and starts.
     *
     * @param observers see what the stages do, beside the metrics
     * @throws StartRefusedException if the topics would make the results wrong
     * @throws KafkaException if the broker can't be reached
     */
    public static UpswingApp start(AppConfig config, List<StageObserver> observers) {
        return start(config, observers, KafkaStreams::new);
    }

    /**
     * The same with Kafka Streams made another way, such as over clients that misbehave.
     *
     * @param make from the topology and its properties
     */
    public static UpswingApp start(
            AppConfig config, List<StageObserver> observers, BiFunction<Topology, Properties, KafkaStreams> make) {
        return new UpswingApp(config, observers, make);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private PartitionCounts checkedTopics(AppConfig config, TopicCatalogue catalogue) {
        LOG.info(
                "asking the broker at {} for the topics",
                config.clients().kafka().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        try (Admin admin = Admin.create(config.adminConfig())) {
            List<TopicProblem> problems = new TopicAdmin(admin).check(catalogue, config.applicationId());
            if (!problems.isEmpty()) {
                throw new StartRefusedException(problems);
            }
            int reps = partitions(admin, catalogue.reps().name());
            return new PartitionCounts(partitions(admin, catalogue.deals().name()), reps, reps);
        }
    }

    private static int partitions(Admin admin, String topic) {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .mapToInt(description -> description.partitions().size())
                    .sum();
        } catch (ExecutionException e) {
            throw new KafkaException("can't describe " + topic, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void stateChanged(KafkaStreams.State now) {
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        LOG.info("Kafka Streams is {}", now);
    }

    /** Waits until all tasks run. Returns whether they have within the time. */
    public boolean awaitRunning(Duration atMost) throws InterruptedException {
        return running.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where the views listen. */
    public String url() {
        return "http://" + address;
    }

    /** The state of Kafka Streams. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("closing {} failed", part, e);
            }
        }
    }
}
