package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.embedded.EmbeddedKafka;
import io.upswing.embedded.EmbeddedRegistry;
import io.upswing.embedded.KafkaOptions;
import io.upswing.embedded.RegistryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryAwayTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);
    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("upswing.registry.away", 120));
    private static final int DEALS = 10;
    /** Deals in the next version, one of them large, two watermarks in each partition, and deals of a known version. */
    private static final int WAITING = DEALS + 1 + 2 * Site.PARTITIONS + DEALS;

    @Test
    void whatIsWrittenWithAnUnknownSchemaIdWhileTheRegistryIsAwayCountsWhenItIsBack(@TempDir Path dir)
            throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(dir.resolve("kafka")));
                Registry registry = new Registry(kafka)) {
            Site site = new Site(kafka.bootstrapServers(), registry.url(), "away.", dir.resolve("state"));
            site.createTopics();
            try (Publisher crm = new Publisher(site)) {
                int nextVersion = beforeTheRegistryGoes(crm);
                Instant back;
                try (Child app = Child.start(dir.resolve("before.log"), AppProcess.class, site.arguments())) {
                    Kpis.awaitRevenue(site, "r1", DEALS * 100_00, app::said);

                    registry.stop();
                    back = Instant.now().plus(AWAY);
                    whileTheRegistryIsAway(crm, nextVersion);
                    awaitWaiting(app, WAITING);
                    assertThat(app.said()).contains("waits for the schema registry");
                }
                try (Child app = Child.start(dir.resolve("after.log"), AppProcess.class, site.arguments())) {
                    awaitWaiting(app, WAITING);
                    assertThat(app.said()).contains("waits for the schema registry");
                    awaitStandingStill(app, back);

                    registry.start();

                    awaitWaiting(app, 0);
                    try (AppViews views = new AppViews(app.ready())) {
                        Await.until("the evaluations", app::said, () -> views.hasEvaluated(DAY.plusDays(1)));
                    }
                    Kpis.awaitRevenue(site, "r1", (3 * DEALS + 1) * 100_00, app::said);
                    assertThat(site.deadLetters()).isEmpty();
                    assertThat(app.said()).contains("the schema registry answers again");
                }
            }
        }
    }

    private static int beforeTheRegistryGoes(Publisher crm) throws Exception {
        crm.closed(DAY.minusDays(1));
        // Said early, so that how many records wait does not depend on which topic is read first.
        crm.closed(DAY, crm.activities());
        crm.closed(DAY.plusDays(1), crm.activities());
        for (int i = 0; i < DEALS; i++) {
            crm.send("before-" + i, crm.won("r1", DAY, 100_00, "Won"));
        }
        return crm.registerNextVersion();
    }

    private static void whileTheRegistryIsAway(Publisher crm, int nextVersion) throws Exception {
        for (int i = 0; i < DEALS; i++) {
            crm.send("new-" + i, Publisher.inNextVersion(nextVersion, crm.won("r1", DAY, 100_00, "Won")));
        }
        // What waits lies in a store with a changelog, where it must have room too.
        crm.sendLargest(
                "large", size -> inNextVersion(nextVersion, crm.won("r1", DAY, 100_00, "Won"), "x".repeat(size)));
        crm.closed(DAY, crm.allButActivities());
        for (int i = 0; i < DEALS; i++) {
            crm.send("after-" + i, crm.won("r1", DAY.plusDays(1), 100_00, "Won"));
        }
        crm.closed(DAY.plusDays(1), crm.allButActivities());
    }

    private static byte[] inNextVersion(int id, byte[] deal, String comment) {
        try {
            return Publisher.inNextVersion(id, deal, comment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the days that the app reports, and by its metric. */
    private static void awaitWaiting(Child app, long records) throws Exception {
        try (AppViews views = new AppViews(app.ready())) {
            Await.until(
                    records + " waiting records",
                    app::said,
                    () -> views.waiting().equals(Optional.of(records))
                            && views.metric("upswing_waiting_records{stage=\"entity\"") == records);
        }
    }

    private static void awaitStandingStill(Child app, Instant until) throws Exception {
        try (AppViews views = new AppViews(app.ready())) {
            Await.until("the time to pass", app::said, () -> {
                assertThat(views.waiting().orElse((long) WAITING)).isEqualTo(WAITING);
                assertThat(views.openDay("entity").orElse(DAY)).isEqualTo(DAY);
                return Instant.now().isAfter(until);
            });
        }
    }

    /** A registry that goes away and comes back in the same place. */
    private static final class Registry implements AutoCloseable {
        private final RegistryOptions options;
        private EmbeddedRegistry running;

        Registry(EmbeddedKafka kafka) {
            options = RegistryOptions.on(kafka.bootstrapServers()).onPort(Rig.freePort());
            running = EmbeddedRegistry.start(options);
        }

        String url() {
            return running.url();
        }

        void stop() {
            running.close();
        }

        void start() {
            running = EmbeddedRegistry.start(options);
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
