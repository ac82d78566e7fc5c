package io.upswing.cli;

import static io.upswing.cli.ExportRows.cell;
import static io.upswing.cli.ExportRows.cells;
import static io.upswing.cli.ExportRows.exported;
import static io.upswing.cli.ExportRows.rows;
import static io.upswing.cli.ExportRows.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.app.config.ConfigLoader;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.StaleDeals;
import io.upswing.producers.rules.CelConditions;
import io.upswing.producers.rules.RuleFiles;
import io.upswing.producers.rules.Units;
import io.upswing.producers.rules.WrittenRule;
import io.upswing.producers.sample.SampleData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a whole: its KPIs are those of an independent query over the same files. */
class DemoTest {
    private static final Path EXPECTED = Path.of("..", "producers", "src", "test", "resources", "expected");
    private static final String DAY = "2017-12-31";
    /** What the median's buckets may be off by. */
    private static final double MEDIAN_ERROR = 0.008;

    private static final Map<String, String> LEVELS =
            Map.of("rep", "rep", "manager", "team", "region", "region", "all", "company");

    @TempDir
    private static Path directory = Path.of("");

    private static CommandRun demo = new CommandRun(-1, "", "");
    private static List<String> export = List.of();
    private static CommandRun demoWithoutStory = new CommandRun(-1, "", "");
    private static List<String> exportWithoutStory = List.of();
    private static List<String> issuesWithoutStory = List.of();

    @BeforeAll
    static void run() throws IOException {
        demo = run(directory);
        export = Files.readAllLines(directory.resolve("kpis.csv"));
        Path other = directory.resolve("other");
        demoWithoutStory = run(other, "--without-story");
        exportWithoutStory = Files.readAllLines(other.resolve("kpis.csv"));
        issuesWithoutStory = Files.readAllLines(other.resolve("issues.jsonl"));
    }

    private static CommandRun run(Path directory, String... more) {
        List<String> args = new ArrayList<>(
                List.of("demo", "--exit", "--dir", directory.toString(), "--export", directory.toString()));
        args.addAll(List.of(more));
        CommandRun run = CommandRun.of(args.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @Test
    void theTableShowsRepsByTeamWithTrendAndWeeks() {
        assertThat(demo.out())
                .contains("The 30 days up to 2017-12-31", "money in USD")
                .containsPattern("Team Dustin Brinkmann .*")
                .containsPattern(" {2}Anna Snelling +26 +4 +36,454 .* 87% +1,402 +60.5 +57 +[▁-█]{12}")
                .containsPattern("Team Simulated team .*")
                .containsPattern(" {2}Sam Sample \\(simulated\\) .*")
                .containsPattern("Region Central .*")
                .containsPattern("Company .*");
    }

    @Test
    void itSaysWhereEverythingIs() {
        assertThat(demo.out())
                .containsPattern("Topics +127.0.0.1:\\d+")
                .containsPattern("Registry +http://127.0.0.1:\\d+")
                .containsPattern("API +http://127.0.0.1:\\d+")
                .contains("curl", "demo.properties");
    }

    @Test
    void messagesStandApartFromResults() {
        assertThat(demo.err())
                .contains(
                        "Read 8,835 rows: 8,800 deals",
                        "simulated rep",
                        "--without-story",
                        "Importing 100%",
                        "Computing 100%",
                        "Wrote ")
                .doesNotContain("WARN", "ERROR", "\tat ");
    }

    @Test
    void theExportHasTheAgreedColumns() {
        assertThat(export.getFirst())
                .isEqualTo(
                        "level,key,name,day,window,deals_created,deals_won,deals_lost,revenue,win_rate,avg_deal_size,"
                                + "cycle_mean_days,cycle_median_days,open_deals");
    }

    @Test
    void namesAreApartFromIds() {
        assertThat(exportWithoutStory.stream().skip(1).map(line -> cells(line).get(1)))
                .allMatch(key -> key.matches("(rep|team|region)-[0-9a-f]{12}|company"));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 90})
    void kpisEqualThoseOfAnIndependentQuery(int days) throws IOException {
        Map<String, Map<String, String>> actual = exported(exportWithoutStory, DAY, days + "d");

        SoftAssertions softly = new SoftAssertions();
        List<Map<String, String>> expected =
                rows(Files.readAllLines(EXPECTED.resolve("expected-" + DAY + "-" + days + "d.csv")));
        assertThat(expected).hasSize(45);
        for (Map<String, String> row : expected) {
            String who = who(LEVELS.getOrDefault(cell(row, "level"), "?"), cell(row, "key"));
            Map<String, String> kpis = actual.getOrDefault(who, Map.of());
            softly.assertThat(kpis).as(who).isNotEmpty();
            if (!kpis.isEmpty()) {
                compare(softly, who, row, kpis);
            }
        }
        softly.assertThat(actual).hasSameSizeAs(expected);
        softly.assertAll();
    }

    @Test
    void theStoryChangesNoFiguresButTheCompanys() {
        List<String> real = export.stream()
                .filter(line -> !cells(line).get(1).startsWith("simulated-"))
                .toList();

        assertThat(real).hasSameSizeAs(exportWithoutStory).hasSizeLessThan(export.size());
        assertThat(notOfTheCompany(real)).isEqualTo(notOfTheCompany(exportWithoutStory));
        assertThat(exportWithoutStory).noneMatch(line -> line.contains("simulated"));
    }

    private static List<String> notOfTheCompany(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("company,")).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 90, 365})
    void theCompanyIsTheRealRepsAndTheSimulatedOne(int days) {
        Map<String, Map<String, String>> with = exported(export, DAY, days + "d");
        Map<String, String> real = exported(exportWithoutStory, DAY, days + "d").getOrDefault("company", Map.of());

        for (String sum : List.of("deals_created", "deals_won", "deals_lost", "revenue", "open_deals")) {
            BigDecimal simulated = number(with.getOrDefault("rep Sam Sample (simulated)", Map.of()), sum);
            assertThat(simulated).as(sum).isPositive();
            assertThat(number(with.getOrDefault("team Simulated team", Map.of()), sum))
                    .as(sum)
                    .isEqualByComparingTo(simulated);
            assertThat(number(with.getOrDefault("company", Map.of()), sum))
                    .as(sum)
                    .isEqualByComparingTo(number(real, sum).add(simulated));
        }
    }

    private static BigDecimal number(Map<String, String> row, String title) {
        return new BigDecimal(cell(row, title));
    }

    @Test
    void staleDealsIssuesEqualThoseOfAnIndependentCount() throws Exception {
        Path sample = SampleData.copyTo(directory.resolve("sample")).resolveSibling("sales_pipeline.csv");
        Rule rule = defaultRules()
                .filter(written -> written.form() instanceof StaleDeals)
                .findFirst()
                .orElseThrow();
        List<String> expected;
        try (StaleDealsSql sql = new StaleDealsSql(sample)) {
            expected = sql.issues(rule, staleAfterDays(), LocalDate.parse(DAY));
        }

        List<String> actual = new ArrayList<>();
        for (String line : issuesWithoutStory) {
            JsonNode event = new ObjectMapper().readTree(line);
            String type = event.path("type").asText().replace("regressed", "raised");
            if (event.path("rule").asText().equals(rule.id()) && !type.equals("escalated")) {
                actual.add(nameOf(event.path("rep").asText()) + ", "
                        + event.path("day").asText() + ", " + type);
            }
        }
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Stream<Rule> defaultRules() {
        return new RuleFiles(new Units(2, 1), new CelConditions())
                .defaults().rules().stream().filter(WrittenRule::enabled).map(WrittenRule::rule);
    }

    /** As the demo's app was set. */
    private static int staleAfterDays() {
        Path config = directory.resolve("demo").resolve("demo.properties");
        return ConfigLoader.load(List.of(config), Map.of(), Map.of()).kpis().staleAfterDays();
    }

    private static String nameOf(String rep) {
        return exportWithoutStory.stream()
                .map(ExportRows::cells)
                .filter(cells -> cells.get(0).equals("rep") && cells.get(1).equals(rep))
                .map(cells -> cells.get(2))
                .findFirst()
                .orElse(rep);
    }

    @Test
    void forAllOtherDefaultRulesTheDemoSaysThatOfTheRealRepsTooLittleIsKnown() {
        long reps = exportWithoutStory.stream()
                .filter(line -> line.startsWith("rep,"))
                .map(line -> cells(line).get(1))
                .distinct()
                .count();

        assertThat(reps).isEqualTo(35);
        assertThat(demoWithoutStory.out()).contains("Not enough data:");
        defaultRules()
                .filter(rule -> !(rule.form() instanceof StaleDeals))
                .forEach(rule -> assertThat(demoWithoutStory.out())
                        .containsPattern("(?m)^  " + rule.id() + ": " + reps + " reps, .+"));
        assertThat(issuesWithoutStory).allMatch(line -> line.contains("\"stale-deals\""));
    }

    private static void compare(
            SoftAssertions softly, String who, Map<String, String> expected, Map<String, String> actual) {
        Map.of(
                        "deals_won", "deals_won",
                        "deals_lost", "deals_lost",
                        "revenue_won", "revenue",
                        "deals_engaged", "deals_created",
                        "open_as_of", "open_deals")
                .forEach((theirs, ours) -> softly.assertThat(cell(actual, ours))
                        .as("%s %s", who, ours)
                        .isEqualTo(cell(expected, theirs)));
        for (String ratio : List.of("win_rate", "avg_deal_size", "cycle_mean_days")) {
            softly.assertThat(roundedLike(cell(expected, ratio), cell(actual, ratio)))
                    .as("%s %s", who, ratio)
                    .isEqualTo(cell(expected, ratio));
        }
        String median = cell(expected, "cycle_median_days");
        if (median.isEmpty()) {
            softly.assertThat(cell(actual, "cycle_median_days"))
                    .as("%s median", who)
                    .isEmpty();
        } else {
            double right = Double.parseDouble(median);
            Offset<Double> error = within(right * MEDIAN_ERROR);
            softly.assertThat(Double.parseDouble(cell(actual, "cycle_median_days")))
                    .as("%s median", who)
                    .isCloseTo(right, error);
        }
    }

    /** Ours has more digits, and none at the end that is zero. */
    private static String roundedLike(String theirs, String ours) {
        if (theirs.isEmpty() || ours.isEmpty()) {
            return ours;
        }
        int digits = new BigDecimal(theirs).scale();
        return new BigDecimal(ours).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
