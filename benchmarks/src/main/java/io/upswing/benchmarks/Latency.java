package io.upswing.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.AppConfig;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * From the send of a CRM event until a plan's new progress can be read from {@code plans.current}, beside the send and read
 * of a bare record on the same broker, in turn; prints the percentiles of both side by side.
 */
public final class Latency {
    static final Options DEFAULTS = new Options(500, 100, 0, 1, 0, 4, 2);

    private static final Duration TO_START = Duration.ofMinutes(2);
    /** As long as an emit interval and a commit interval together, so that events come at any moment of both. */
    private static final int MOST_PAUSE_MS = 400;

    private final Options options;
    private final PrintStream out;

    private Latency(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Milliseconds of each counted round, ascending. */
    record Result(List<Double> bare, List<Double> progress) {
        Result {
            bare = bare.stream().sorted().toList();
            progress = progress.stream().sorted().toList();
        }
    }

    /** Options as {@link Options#parse} reads them; of these {@code --rounds --warm-ups --partitions --threads} count. */
    public static void main(String[] args) throws Exception {
        run(Options.parse(DEFAULTS, args), System.out);
    }

    static Result run(Options options, PrintStream out) throws Exception {
        Path dir = Files.createTempDirectory("upswing-latency");
        try (EmbeddedStack stack = EmbeddedStack.start(StackOptions.in(dir.resolve("stack")))) {
            return new Latency(options, out).rounds(BesideTheFloor.config(stack, dir, "latency.", options));
        } finally {
            BesideTheFloor.delete(dir);
        }
    }

    private Result rounds(AppConfig config) throws Exception {
        String echo = "latency.echo";
        try (TopicCatalogue catalogue = config.catalogue();
                Admin admin = Admin.create(config.adminConfig());
                Producer<byte[], byte[]> producer = BesideTheFloor.producer(config)) {
            new TopicAdmin(admin).create(catalogue, (short) 1);
            admin.createTopics(List.of(new NewTopic(echo, options.partitions(), (short) 1)))
                    .all()
                    .get();
            PlanUnderWay plan = new PlanUnderWay(catalogue);
            plan.agree(producer);
            try (UpswingApp app = UpswingApp.start(config, List.of());
                    RoundTrip bare = new RoundTrip(producer, committed(config), echo);
                    RoundTrip progress = new RoundTrip(
                            producer,
                            committed(config),
                            catalogue.plansCurrent().name())) {
                if (!app.awaitRunning(TO_START)) {
                    throw new IllegalStateException("the app has not started within " + TO_START);
                }
                Result result = rounds(plan, bare, progress, echo);
                print(result);
                return result;
            }
        }
    }

    private Result rounds(PlanUnderWay plan, RoundTrip bare, RoundTrip progress, String echo) {
        Random random = new Random(1);
        List<Double> ofBare = new ArrayList<>();
        List<Double> ofProgress = new ArrayList<>();
        for (int round = 1 - options.warmUps(); round <= options.rounds(); round++) {
            byte[] key = ("echo-" + round).getBytes(UTF_8);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_PAUSE_MS)));
            ofBare.add(bare.millis(new ProducerRecord<>(echo, key, key), read -> Arrays.equals(read.key(), key)));
            ofProgress.add(progress.millis(plan.nextDeal(), plan::isUpToDate));
        }
        return new Result(counted(ofBare), counted(ofProgress));
    }

    private List<Double> counted(List<Double> all) {
        return all.subList(options.warmUps(), all.size());
    }

    private void print(Result result) {
        out.printf(Locale.ROOT, "%s%n%-6s %10s %16s%n", options, "", "bare, ms", "progress, ms");
        for (int percent : new int[] {50, 90, 99}) {
            out.printf(
                    Locale.ROOT,
                    "p%-5d %10.1f %16.1f%n",
                    percent,
                    percentile(result.bare(), percent),
                    percentile(result.progress(), percent));
        }
    }

    /** By nearest rank, of ascending values. */
    static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static Map<String, Object> committed(AppConfig config) {
        Map<String, Object> settings = new HashMap<>(config.consumerConfig());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }
}
