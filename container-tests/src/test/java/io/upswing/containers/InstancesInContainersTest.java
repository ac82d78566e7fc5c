package io.upswing.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever happens to instances: each event counts once, and any instance answers for all reps. */
@NeedsContainers
class InstancesInContainersTest {
    /** The one with a plan; the others win deals while instances come and go. */
    private static final String PLANNED = "r1";

    private static final List<String> OTHERS =
            Installation.reps().stream().filter(rep -> !rep.equals(PLANNED)).toList();
    /** Ended by SIGTERM, in good order. */
    private static final int TERMINATED = 143;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static Installation installation;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static Crm crm;

    @BeforeAll
    static void start() {
        installation = Installation.start();
        crm = new Crm(installation);
    }

    @AfterAll
    static void stop() {
        if (crm != null) {
            crm.close();
        }
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    void anEventShowsAsKpiAndInThePlanThatAnswersAnIssueWhichTheCloseOfTheDayResolves() throws Exception {
        Instance app = installation.instance("app-1");
        String plan = "/api/v1/plans/%s/p1".formatted(PLANNED);
        String issue = "/api/v1/issues/%s/%s".formatted(PLANNED, Installation.RULE);
        Await.until(() -> assertThat(app.json(issue).path("phase").asText()).isEqualTo("open"));
        app.command("draft", PLANNED, "m1", "manager", """
                {"type": "plan-draft", "plan": "p1", "terms": {"answers": "%s", "deadline": "2026-04-30",
                  "check_in_every": 7, "actions": [],
                  "goals": [{"id": "g", "kpi": "revenue", "timeframe": {"window": "30d"}, "target": {"value": "500000"}}]}}""".formatted(Installation.RULE));
        app.command("propose", PLANNED, "m1", "manager", step("propose"));
        app.command("acknowledge", PLANNED, PLANNED, "rep", step("acknowledge"));
        app.command("activate", PLANNED, "m1", "manager", step("activate"));

        crm.wins(PLANNED, "2500.50");

        Await.until(() -> {
            assertThat(app.revenue(PLANNED)).isEqualByComparingTo("2600.75");
            JsonNode shown = app.json(plan);
            assertThat(shown.path("status").asText()).isEqualTo("active");
            assertThat(shown.path("goals").path(0).path("baseline").asLong()).isEqualTo(10025);
            assertThat(shown.path("goals").path(0).path("current").asLong()).isEqualTo(260075);
        });
        installation.closeOpenDay();
        Await.until(() -> assertThat(app.json(issue).path("events").findValuesAsText("type"))
                .containsExactly("raised", "resolved"));
    }

    private static String step(String verb) {
        return "{\"type\": \"plan-%s\", \"plan\": \"p1\"}".formatted(verb);
    }

    @Test
    void aSecondInstanceJoinsAndTakesTasksOver() throws Exception {
        Instance first = installation.running("app-1").getFirst();
        eachWins("10.00");
        Await.until(() -> assertExact(first));

        Instance second = installation.instance("app-2");
        eachWins("11.00");

        Await.until(() -> assertThat(second.repTasks()).isNotEmpty());
        Await.until(() -> assertShared(first, second));
        eachWins("12.00");
        Await.until(() -> assertExact(first));
        Await.until(() -> assertExact(second));
    }

    @Test
    void theRepsOfAKilledInstanceAreServedByTheOther() throws Exception {
        List<Instance> both = installation.running("app-1", "app-2");
        Instance survivor = both.getFirst();
        Await.until(() -> assertShared(survivor, both.getLast()));
        eachWins("20.00");

        installation.kill("app-2");
        eachWins("21.00");

        Await.until(() -> assertThat(survivor.repTasks()).hasSize(Installation.PARTITIONS));
        Await.until(() -> assertExact(survivor));
    }

    @Test
    void aRollingRestartLosesAndDoublesNothing() throws Exception {
        List<Instance> both = installation.running("app-1", "app-2");
        Await.until(() -> assertShared(both.getFirst(), both.getLast()));

        for (String name : List.of("app-1", "app-2")) {
            eachWins("30.00");
            assertThat(installation.stop(name)).as("exit code of " + name).isEqualTo(TERMINATED);
            eachWins("31.00");
            installation.instance(name);
            eachWins("32.00");
        }

        List<Instance> restarted = installation.running("app-1", "app-2");
        Await.until(() -> assertShared(restarted.getFirst(), restarted.getLast()));
        Await.until(() -> assertExact(restarted.getFirst()));
        Await.until(() -> assertExact(restarted.getLast()));
    }

    private static void eachWins(String amount) {
        OTHERS.forEach(rep -> crm.wins(rep, amount));
    }

    /** The instance answers for every rep, to the cent. */
    private static void assertExact(Instance instance) throws Exception {
        for (String rep : OTHERS) {
            assertThat(instance.revenue(rep)).as(rep).isEqualByComparingTo(crm.revenue(rep));
        }
    }

    /** Both run tasks of the rep stage, each task on one of them. */
    private static void assertShared(Instance one, Instance other) throws Exception {
        Set<Integer> all = new TreeSet<>(one.repTasks());
        assertThat(other.repTasks()).isNotEmpty().doesNotContainAnyElementsOf(all);
        assertThat(all).isNotEmpty();
        all.addAll(other.repTasks());
        assertThat(all).hasSize(Installation.PARTITIONS);
    }
}
