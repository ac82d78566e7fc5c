package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.producers.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileTest {
    private static final LocalDate LAST = LocalDate.of(2017, 12, 31);
    private static final String DEALS = "sales_pipeline.csv";
    private static final int ID = 0;
    private static final int AGENT = 1;
    private static final int STAGE = 4;
    private static final int ENGAGED = 5;
    private static final int CLOSED = 6;
    private static final int VALUE = 7;

    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static EmbeddedStack servers;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static Installation installation;

    private static Path original = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        servers = EmbeddedStack.start(StackOptions.in(directory.resolve("broker")));
        original = directory.resolve("original");
        SampleData.copyTo(original);
        installation = new Installation(servers, directory, "keep.", original.resolve(SampleData.MAPPING));
        installation.awaitClosed(LAST);
    }

    @AfterAll
    static void stop() throws Exception {
        installation.close();
        servers.close();
    }

    private static CommandRun reconcile(Path folder, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "reconcile",
                folder.resolve(DEALS).toString(),
                "--mapping",
                folder.resolve(SampleData.MAPPING).toString(),
                "--url",
                installation.url(),
                "--day",
                LAST.toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    @Test
    void theExportThatWasImportedShowsNoDifference() {
        CommandRun run = reconcile(original);

        assertThat(run.out())
                .contains("0 of ")
                .contains("KPIs differ in the window 365d from 2017-01-01 to 2017-12-31");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void eachOfTenPlantedDifferencesIsFoundAndItsDealNamed() throws IOException {
        Planted planted = new Planted();
        String repriced = planted.change(deal -> deal[STAGE].equals("Won"), deal -> deal[VALUE] = deal[VALUE] + ".5");
        String lost = planted.change(deal -> deal[STAGE].equals("Won"), deal -> deal[STAGE] = "Lost");
        String won = planted.change(deal -> deal[STAGE].equals("Lost"), deal -> {
            deal[STAGE] = "Won";
            deal[VALUE] = "77";
        });
        String reopened = planted.change(deal -> deal[STAGE].equals("Won"), deal -> {
            deal[STAGE] = "Engaging";
            deal[CLOSED] = "";
        });
        String closed = planted.change(
                deal -> deal[STAGE].equals("Engaging") && deal[ENGAGED].compareTo("2017-12-20") < 0, deal -> {
                    deal[STAGE] = "Won";
                    deal[CLOSED] = "2017-12-20";
                    deal[VALUE] = "10";
                });
        String moved = planted.change(
                deal -> deal[STAGE].equals("Won") && deal[CLOSED].startsWith("2017-06"),
                deal -> deal[CLOSED] = "2016-12-30");
        String longer = planted.change(
                deal -> deal[STAGE].equals("Won") && deal[ENGAGED].startsWith("2017-05"),
                deal -> deal[ENGAGED] = "2017-04-29");
        String handedOver = planted.change(deal -> deal[STAGE].equals("Engaging"), deal -> deal[AGENT] = "Zane Levy");
        String missing = planted.remove(deal -> deal[STAGE].equals("Won") && deal[CLOSED].startsWith("2017-08"));
        planted.add("NEW1,Zane Levy,GTXPro,Isdom,Won,2017-11-02,2017-11-12,500");
        Path folder = planted.write();

        CommandRun run = reconcile(folder, "-o", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        Map<String, Set<String>> kpis = kpisByDeal(run.out());
        assertThat(kpis.keySet())
                .containsExactlyInAnyOrder(
                        repriced, lost, won, reopened, closed, moved, longer, handedOver, missing, "NEW1");
        assertThat(kpis.get(repriced)).containsExactlyInAnyOrder("revenue", "avg_deal_size");
        assertThat(kpis.get(lost)).contains("deals_won", "deals_lost", "revenue");
        assertThat(kpis.get(won)).contains("deals_won", "deals_lost", "revenue");
        assertThat(kpis.get(reopened)).contains("deals_won", "open_deals");
        assertThat(kpis.get(closed)).contains("deals_won", "open_deals");
        assertThat(kpis.get(moved)).contains("deals_won", "revenue");
        assertThat(kpis.get(longer)).contains("cycle_mean_days").doesNotContain("revenue");
        assertThat(kpis.get(handedOver))
                .containsExactlyInAnyOrder("deals_created", "open_deals", "stale_deals", "stale_share");
        assertThat(kpis.get(missing)).contains("deals_created", "deals_won");
        assertThat(kpis.get("NEW1")).contains("deals_created", "deals_won", "revenue");
    }

    @Test
    void differencesThatMakeUpForEachOtherAreNamedToo() throws IOException {
        Planted planted = new Planted();
        Predicate<String[]> one = deal -> deal[STAGE].equals("Won") && deal[AGENT].equals("Anna Snelling");
        String more = planted.change(one, deal -> deal[VALUE] = Integer.toString(Integer.parseInt(deal[VALUE]) + 1));
        planted.forget("Anna Snelling");
        String less = planted.change(
                one.and(deal -> !deal[ID].equals(more)),
                deal -> deal[VALUE] = Integer.toString(Integer.parseInt(deal[VALUE]) - 1));

        CommandRun run = reconcile(planted.write());

        assertThat(run.out())
                .contains("0 of ")
                .contains("make up for each other")
                .contains(more, less);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aFileThatTheMappingDoesNotNameIsRefused() {
        CommandRun other = CommandRun.of(
                "reconcile",
                original.resolve("accounts.csv").toString(),
                "--mapping",
                original.resolve(SampleData.MAPPING).toString());
        CommandRun missing = CommandRun.of(
                "reconcile",
                original.resolve("none.csv").toString(),
                "--mapping",
                original.resolve(SampleData.MAPPING).toString());

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("accounts.csv is none of the files", "sales_pipeline.csv");
        assertThat(missing.exitCode()).isEqualTo(74);
        assertThat(missing.err()).contains("none.csv is not there");
    }

    @Test
    void aWonDealThatWasHandedOverIsNoDifferenceWhereTheCreditStays() throws IOException {
        Planted planted = new Planted();
        planted.change(deal -> deal[STAGE].equals("Won"), deal -> deal[AGENT] = "Zane Levy");

        assertThat(reconcile(planted.write()).exitCode()).isZero();
    }

    private static Map<String, Set<String>> kpisByDeal(String json) throws IOException {
        Map<String, Set<String>> kpis = new TreeMap<>();
        for (JsonNode difference : new ObjectMapper().readTree(json).path("differences")) {
            assertThat(difference.path("entities")).as(difference.toString()).isNotEmpty();
            difference
                    .path("entities")
                    .forEach(deal -> kpis.computeIfAbsent(deal.asText(), id -> new TreeSet<>())
                            .add(difference.path("kpi").asText()));
        }
        return kpis;
    }

    /** A copy of the sample with changes: each of the next deal that fits, of an agent without a change yet. */
    private static final class Planted {
        private final List<String> lines;
        /** One change for each, so that none hides another's. */
        private final Set<String> touched = new TreeSet<>(Set.of("Zane Levy"));

        Planted() throws IOException {
            lines = new ArrayList<>(Files.readAllLines(original.resolve(DEALS)));
        }

        String change(Predicate<String[]> fits, Consumer<String[]> change) {
            int at = next(fits);
            String[] deal = lines.get(at).split(",", -1);
            change.accept(deal);
            lines.set(at, String.join(",", deal));
            return deal[ID];
        }

        void forget(String agent) {
            touched.remove(agent);
        }

        String remove(Predicate<String[]> fits) {
            return lines.remove(next(fits)).split(",", -1)[ID];
        }

        void add(String line) {
            lines.add(line);
        }

        /** In the year before the last day. */
        private int next(Predicate<String[]> fits) {
            for (int i = 1; i < lines.size(); i++) {
                String[] deal = lines.get(i).split(",", -1);
                boolean recent = deal[ENGAGED].compareTo("2017-01-01") >= 0;
                if (recent && fits.test(deal) && touched.add(deal[AGENT])) {
                    return i;
                }
            }
            throw new IllegalStateException("no deal fits");
        }

        Path write() throws IOException {
            Path folder = Files.createTempDirectory(directory, "planted");
            SampleData.copyTo(folder);
            Files.write(folder.resolve(DEALS), lines);
            return folder;
        }
    }
}
