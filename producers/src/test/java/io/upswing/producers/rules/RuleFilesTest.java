package io.upswing.producers.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.core.issues.Change;
import io.upswing.core.issues.Coverage;
import io.upswing.core.issues.Limit;
import io.upswing.core.issues.NoActivity;
import io.upswing.core.issues.QuotaPace;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Span;
import io.upswing.core.issues.StaleDeals;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFilesTest {
    private static final String GOOD = """
            rules:
              - id: revenue-floor
                title: Revenue under the floor
                because: what a rep costs
                severity: warning
                effective: 2026-03-01
                enabled: true
                for: 3
                clear-for: 5
                escalate-after: 30
                floor:
                  kpi: revenue
                  window: 30d
                  limit: 20000.50
                  clear: 22000
                  minimum-sample: 4
                applies-to:
                  teams: [T-1, T-2]
                  ramp-days: 120
                  condition: rep.tenureDays > 180
            """;

    private final RuleFiles files = new RuleFiles(new Units(2, 4), new CelConditions());

    @TempDir
    Path directory;

    @Test
    void aRuleIsReadWithAllThatItSays() {
        WrittenRule written = only(GOOD);

        Rule rule = written.rule();
        assertThat(written.id()).isEqualTo("revenue-floor");
        assertThat(written.line()).isEqualTo(2);
        assertThat(written.effective()).contains(LocalDate.of(2026, 3, 1));
        assertThat(rule.hold()).isEqualTo(new Rule.Hold(3, 5));
        assertThat(rule.severity()).isEqualTo(Rule.Severity.WARNING);
        assertThat(rule.escalateAfter()).isEqualTo(OptionalInt.of(30));
        assertThat(rule.scope().teams()).isEqualTo(Set.of("T-1", "T-2"));
        assertThat(rule.scope().rampDays()).isEqualTo(120);
        assertThat(rule.scope().condition()).map(c -> c.source()).contains("rep.tenureDays > 180");
        assertThat(rule.form())
                .isEqualTo(new Limit(
                        Kpi.REVENUE,
                        new Window.Rolling(30),
                        Limit.Side.FLOOR,
                        new BigDecimal("2000050"),
                        new BigDecimal("2200000"),
                        4));
    }

    @Test
    void whatIsLeftOutHasAUsualValue() {
        WrittenRule written = only(rule("ceiling: {kpi: cycle_mean_days, window: qtd, limit: 60}"));

        assertThat(written.enabled()).isTrue();
        assertThat(written.effective()).isEmpty();
        assertThat(written.rule().hold()).isEqualTo(new Rule.Hold(7, 14));
        assertThat(written.rule().scope().rampDays()).isEqualTo(90);
        assertThat(written.rule().escalateAfter()).isEmpty();
        assertThat(written.rule().form())
                .isEqualTo(new Limit(
                        Kpi.CYCLE_MEAN,
                        new Window.QuarterToDate(4),
                        Limit.Side.CEILING,
                        new BigDecimal("60"),
                        new BigDecimal("60"),
                        10));
    }

    @Test
    void everyFormCanBeWritten() {
        assertThat(only(rule("change: {kpi: revenue, window: 30d, by: 0.20, clear: 0.1}"))
                        .rule()
                        .form())
                .isEqualTo(new Change(
                        Kpi.REVENUE, new Window.Rolling(30), new BigDecimal("0.2"), new BigDecimal("0.1"), 1));
        assertThat(only(rule("quota-pace: {period: quarter, share: 0.9, raise: 0.95, clear: 0.8, minimum-sample: 7}"))
                        .rule()
                        .form())
                .isEqualTo(new QuotaPace(Span.QUARTER, 0.9, 0.95, 0.8, 90, 7));
        assertThat(only(rule("pipeline-coverage: {period: month, limit: 2, clear: 2.5, not-in-last-days: 14}"))
                        .rule()
                        .form())
                .isEqualTo(new Coverage(Span.MONTH, 2, 2.5, 14));
        assertThat(only(rule("no-activity: {working-days: 5}")).rule().form()).isEqualTo(new NoActivity(5));
        assertThat(only(rule("stale-deals: {count: 5, share: 0.3, clear: 0.2}"))
                        .rule()
                        .form())
                .isEqualTo(new StaleDeals(5, 0.3, 0.2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            id: revenue-floor              | id: Revenue Floor            | 2  | rules[0].id                          | 'Revenue Floor' | lower case with dashes
            id: revenue-floor              | id: off                      | 2  | rules[0].id                          | false | like on or off
            title: Revenue under the floor | titel: Revenue               | 2  | revenue-floor.title                  | missing         | what the issue is called
            because: what a rep costs      | because: ""                  | 4  | revenue-floor.because                | ''              | why its limits
            severity: warning              | severity: fatal              | 5  | revenue-floor.severity               | 'fatal'         | notice, warning or serious
            effective: 2026-03-01          | effective: 2026-02-30        | 6  | revenue-floor.effective              | '2026-02-30'    | a date such as
            effective: 2026-03-01          | effective: 2126-03-01        | 6  | revenue-floor.effective              | '2126-03-01'    | 1990 to 2100
            enabled: true                  | enabled: "on"                | 7  | revenue-floor.enabled                | 'on'            | true or false
            for: 3                         | for: 0                       | 8  | revenue-floor.for                    | 0               | from 1 to 365
            clear-for: 5                   | clear-for: 2.5               | 9  | revenue-floor.clear-for              | 2.5             | a whole number
            escalate-after: 30             | escalate_after: 30           | 10 | revenue-floor.escalate_after         | 30              | no such key here, but id
            floor:                         | flor:                        | 2  | revenue-floor.form                   | missing         | one of the forms floor, ceiling
            escalate-after: 30             | no-activity: {working-days: 5} | 10 | revenue-floor.no-activity          | {"working-days":5} | and no other
            kpi: revenue                   | kpi: turnover                | 12 | revenue-floor.floor.kpi              | 'turnover'      | revenue
            kpi: revenue                   | kpi: quota_attainment        | 13 | revenue-floor.floor.window           | '30d'           | mtd or qtd
            kpi: revenue                   | kpi: win_rate                | 14 | revenue-floor.floor.limit            | 20000.5         | a share of 1
            window: 30d                    | window: 800d                 | 13 | revenue-floor.floor.window           | '800d'          | 1d to 730d
            window: 30d                    | window: 30                   | 13 | revenue-floor.floor.window           | 30              | a text
            limit: 20000.50                | limit: 20000.505             | 14 | revenue-floor.floor.limit            | 20000.505       | at most 2 decimals
            limit: 20000.50                | limit: lots                  | 14 | revenue-floor.floor.limit            | 'lots'          | an amount in whole units
            limit: 20000.50                | limt: 20000                  | 11 | revenue-floor.floor.limit            | missing         | an amount in whole units
            clear: 22000                   | clear: 19000                 | 15 | revenue-floor.floor.clear            | 19000           | above it
            minimum-sample: 4              | minimum-sample: -1           | 16 | revenue-floor.floor.minimum-sample   | -1              | from 0
            minimum-sample: 4              | sample: 4                    | 16 | revenue-floor.floor.sample           | 4               | no such key here
            teams: [T-1, T-2]              | teams: T-1                   | 18 | revenue-floor.applies-to.teams       | 'T-1'           | a list
            teams: [T-1, T-2]              | teams: [1]                   | 18 | revenue-floor.applies-to.teams       | [1]             | in quotes
            ramp-days: 120                 | ramp-days: 9999              | 19 | revenue-floor.applies-to.ramp-days   | 9999            | from 0 to 730
            condition: rep.tenureDays > 180 | condition: rep.tenureDays    | 20 | revenue-floor.applies-to.condition   | 'rep.tenureDays' | line 1, column 4: expected type 'bool'
            """)
    void aWrongRuleIsRefusedWithFileLineKeyValueAndWhatIsRight(
            String old, String replacement, int line, String key, String value, String right) {
        assertThat(GOOD).contains(old);

        RuleFiles.Result result =
                files.read("team.yaml", GOOD.replace(old, replacement).getBytes(UTF_8));

        assertThat(result.rules()).isEmpty();
        RuleProblem problem = result.problems().getFirst();
        assertThat(problem.file()).isEqualTo("team.yaml");
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.value()).isEqualTo(value);
        assertThat(problem.right()).contains(right);
        assertThat(problem.describe())
                .startsWith("team.yaml:" + line + ": " + key + " is " + value + "; right would be: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            change: {kpi: revenue, window: mtd, by: 0.2}                            | change.window
            change: {kpi: revenue, window: 30d, by: 0}                              | change.by
            change: {kpi: revenue, window: 30d, by: 0.2, clear: 0.3}                | change.clear
            quota-pace: {period: year, share: 0.9, raise: 0.95}                     | quota-pace.period
            quota-pace: {period: month, share: 1.2, raise: 0.95}                    | quota-pace.share
            quota-pace: {period: month, share: 0.9, raise: 95}                      | quota-pace.raise
            quota-pace: {period: month, share: 0.9, raise: 0.8, clear: 0.9}         | quota-pace.clear
            pipeline-coverage: {period: month, limit: 2, clear: 1.5}                | pipeline-coverage.clear
            pipeline-coverage: {period: month, limit: 2, not-in-last-days: 100}     | pipeline-coverage.not-in-last-days
            no-activity: {working-days: 61}                                         | no-activity.working-days
            no-activity: 5                                                          | no-activity
            stale-deals: {count: 0, share: 0.3}                                     | stale-deals.count
            stale-deals: {count: 5, share: 30}                                      | stale-deals.share
            stale-deals: {count: 5, share: 0.3, clear: 0.4}                         | stale-deals.clear
            """)
    void aNumberThatAFormCanNotHaveIsRefused(String form, String key) {
        RuleFiles.Result result = files.read("team.yaml", rule(form).getBytes(UTF_8));

        assertThat(result.problems()).extracting(RuleProblem::key).containsExactly("a-rule." + key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            rules: []              | 1 | rules | a list of rules
            rules: none            | 1 | rules | a list of rules
            rule: []               | 1 | rules | a list of rules
            just words             | 1 | -     | the key 'rules'
            rules: [a: [           | 1 | -     | one YAML document
            rules: [3]             | 1 | rules[0] | a rule with id
            """)
    void aFileThatHoldsNoRulesIsRefused(String yaml, int line, String key, String right) {
        RuleProblem problem =
                files.read("team.yaml", yaml.getBytes(UTF_8)).problems().getFirst();

        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.key()).isEqualTo(key == null ? "" : key);
        assertThat(problem.right()).contains(right);
    }

    @Test
    void aKeyThatIsThereTwiceIsRefusedWithItsLine() {
        RuleProblem problem = files.read(
                        "team.yaml",
                        GOOD.replace("for: 3", "for: 3\n    for: 4").getBytes(UTF_8))
                .problems()
                .getFirst();

        assertThat(problem.line()).isEqualTo(9);
        assertThat(problem.value()).contains("Duplicate");
    }

    @Test
    void ofSeveralRulesEachWrongOneIsNamed() {
        String yaml = GOOD
                + rule("no-activity: {working-days: 0}").substring("rules:\n".length())
                + rule("no-activity: {working-days: 5}")
                        .substring("rules:\n".length())
                        .replace("a-rule", "b-rule")
                + rule("stale-deals: {}").substring("rules:\n".length()).replace("a-rule", "c-rule");

        RuleFiles.Result result = files.read("team.yaml", yaml.getBytes(UTF_8));

        assertThat(result.rules()).extracting(WrittenRule::id).containsExactly("revenue-floor", "b-rule");
        assertThat(result.problems())
                .extracting(RuleProblem::key)
                .containsExactly("a-rule.no-activity.working-days", "c-rule.stale-deals.count");
    }

    @Test
    void anIdIsTakenOnceOverAllFiles() throws IOException {
        Path first = Files.writeString(directory.resolve("first.yaml"), GOOD);
        Path second = Files.writeString(directory.resolve("second.yaml"), GOOD);

        RuleFiles.Result result = files.read(List.of(first, second));

        assertThat(result.rules()).hasSize(1);
        assertThat(result.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.describe())
                        .startsWith(second + ":2: revenue-floor.id is 'revenue-floor'")
                        .contains(first + ":2 has it too"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = directory.resolve("missing.yaml");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> files.read(List.of(missing)))
                .withMessageContaining("missing.yaml");
    }

    @Test
    void theDefaultsAreRightAndOnlyTheChangeIsOff() {
        RuleFiles.Result defaults = files.defaults();

        assertThat(defaults.problems()).isEmpty();
        assertThat(defaults.rules())
                .extracting(WrittenRule::id)
                .containsExactly(
                        "quota-pace-month",
                        "quota-pace-quarter",
                        "pipeline-thin",
                        "no-activity",
                        "stale-deals",
                        "revenue-change");
        assertThat(defaults.rules())
                .filteredOn(rule -> !rule.enabled())
                .extracting(WrittenRule::id)
                .containsExactly("revenue-change");
    }

    private WrittenRule only(String yaml) {
        RuleFiles.Result result = files.read("team.yaml", yaml.getBytes(UTF_8));
        assertThat(result.problems()).isEmpty();
        assertThat(result.rules()).hasSize(1);
        return result.rules().getFirst();
    }

    private static String rule(String form) {
        return "rules:\n  - id: a-rule\n    title: A\n    because: b\n    severity: notice\n    " + form + "\n";
    }
}
