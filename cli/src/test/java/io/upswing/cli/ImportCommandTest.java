package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String WON = "D1,7,Won,100.50,2026-02-27,2026-03-02";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aDryRunReadsEverythingAndNeedsNoBroker() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON));

        CommandRun run = dryRun(mapping);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Read 1 rows: 1 deals from 2026-02-27 to 2026-03-02.");
        assertThat(run.out()).contains("Nothing was published");
    }

    @Test
    void theSampleNeedsNoFiles() {
        CommandRun run = sample("--sample", "--story", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("8,800 deals from 2016-10-20 to 2017-12-31.");
    }

    @Test
    void theStoryGoesWithTheSampleAloneAndDataWithAMapping() {
        assertThat(sample("--mapping", "m.yaml", "--story").exitCode()).isEqualTo(2);
        assertThat(sample("--sample", "--data", ".").exitCode()).isEqualTo(2);
        assertThat(sample("--sample", "--mapping", "m.yaml").exitCode()).isEqualTo(2);
        assertThat(sample("--dry-run").exitCode()).isEqualTo(2);
    }

    @Test
    void refusedRowsAreNamedByFileLineAndReasonTheFirstTenOfThem() throws IOException {
        List<String> deals = new ArrayList<>(List.of(WON));
        for (int i = 0; i < 12; i++) {
            deals.add("X" + i + ",7,Maybe,1,2026-03-01,");
        }
        Path mapping = ExportFolder.write(directory, deals);

        CommandRun run = dryRun(mapping);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains(
                        "12 rows are refused", "deals.csv, line 3, stage 'Maybe'", "deals.csv, line 12,", "and 2 more")
                .doesNotContain("line 13");
    }

    @Test
    void strictPublishesNothingIfARowIsRefused() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON, "X,7,Maybe,1,2026-03-01,"));

        CommandRun run = dryRun(mapping, "--strict");

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("nothing was published");
    }

    @Test
    void daysThatAreNotOverAreLeftOut() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON, "D2,7,Won,1,2026-03-01,2071-03-05"));

        CommandRun run = dryRun(mapping);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("from 2026-02-27 to 2026-03-14.", "after 2026-03-14", "--until");
    }

    @Test
    void theLastDayCanBeGiven() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON));

        CommandRun run = dryRun(mapping, "--until", "2026-02-28");
        CommandRun tooEarly = dryRun(mapping, "--until", "2026-02-01");

        assertThat(run.err()).contains("from 2026-02-27 to 2026-02-28.").doesNotContain("are left out");
        assertThat(tooEarly.exitCode()).isEqualTo(65);
        assertThat(tooEarly.err()).contains("begins on 2026-02-27, after the last day, 2026-02-01");
    }

    @Test
    void aSecondExportIsCheckedInADryRunToo() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON, "D2,7,Won,1.234,2026-03-01,2026-03-05"));

        CommandRun run = dryRun(mapping, "--as-of", "2026-03-14", "--close-through", "2026-03-14", "--full");
        CommandRun strict = dryRun(mapping, "--as-of", "2026-03-14T18:00+01:00", "--strict");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Read 2 rows: 1 deals.", "line 3, amount '1.234'", "amount.decimal");
        assertThat(run.out()).contains("Nothing was published");
        assertThat(strict.exitCode()).isEqualTo(65);
    }

    @Test
    void whatCannotBeMeantOfASecondExportIsRefused() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON, ",7,Won,1,2026-03-01,2026-03-05"));

        assertRefused(2, "for a second export", mapping, "--full");
        assertRefused(2, "for a second export", mapping, "--close-through", "2026-03-14");
        assertRefused(2, "--until is for a history", mapping, "--as-of", "2026-03-14", "--until", "2026-03-14");
        assertRefused(2, "neither a date", mapping, "--as-of", "yesterday");
        assertRefused(2, "neither a date", mapping, "--as-of", "2026-03-14T18:00");
        assertRefused(2, "2026-03-16 is in the future", mapping, "--as-of", "2026-03-16");
        assertRefused(2, "not over yet", mapping, "--as-of", "2026-03-14", "--close-through", "2026-03-15");
        assertRefused(65, "deals.csv, line 3, id", mapping, "--as-of", "2026-03-14", "--full");
        assertRefused(78, "deals.version is missing", mapping, "--update");
        assertRefused(2, "of today's give the time", mapping, "--as-of", "2026-03-15");
        assertThat(dryRun(mapping, "--as-of", "2026-03-15T00:00+01:00").exitCode())
                .isZero();
    }

    private static void assertRefused(int exitCode, String message, Path mapping, String... more) {
        CommandRun run = dryRun(mapping, more);

        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    }

    @Test
    void theMappingMustCountDaysAndMoneyAsTheAppDoes() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON));

        CommandRun zone = dryRun(mapping, "-D", "time-zone=UTC");
        CommandRun currency = dryRun(mapping, "-D", "reporting-currency=USD");
        CommandRun digits = dryRun(mappingOf("JPY"), "-D", "reporting-currency=JPY");

        assertThat(List.of(zone.exitCode(), currency.exitCode(), digits.exitCode()))
                .containsOnly(78);
        assertThat(zone.err()).contains("zone is Europe/Copenhagen, but the app's time-zone is UTC");
        assertThat(currency.err()).contains("currency.code is EUR, but the app's reporting-currency is USD");
        assertThat(digits.err()).contains("minorDigits is 2", "JPY with 0 decimals");
    }

    @Test
    void aWrongMappingAndAMissingFileHaveExitCodesOfTheirOwn() throws IOException {
        Path mapping = ExportFolder.write(directory, List.of(WON));
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "zone: Mars/Olympus\n");

        CommandRun badMapping = dryRun(wrong);
        CommandRun noFile =
                dryRun(mapping, "--data", directory.resolve("elsewhere").toString());

        assertThat(badMapping.exitCode()).isEqualTo(78);
        assertThat(badMapping.err()).contains("wrong.yaml").doesNotContain("\tat ");
        assertThat(noFile.exitCode()).isEqualTo(65);
        assertThat(noFile.err()).contains("deals.csv").doesNotContain("\tat ");
    }

    private Path mappingOf(String currency) throws IOException {
        Path mapping = ExportFolder.write(directory.resolve(currency), List.of(WON));
        return Files.writeString(mapping, Files.readString(mapping).replace("EUR", currency));
    }

    private static CommandRun sample(String... options) {
        List<String> args = new ArrayList<>(List.of("import"));
        args.addAll(List.of(options));
        args.addAll(List.of("-D", "time-zone=UTC", "-D", "reporting-currency=USD"));
        args.addAll(List.of("-D", "working-week=mon,tue,wed,thu,fri", "-D", "holidays=none"));
        args.addAll(
                List.of("-D", "kafka.bootstrap.servers=127.0.0.1:1", "-D", "schema.registry.url=http://127.0.0.1:1"));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static CommandRun dryRun(Path mapping, String... more) {
        List<String> args = new ArrayList<>(List.of("import", "--dry-run", "--mapping", mapping.toString()));
        args.addAll(List.of("-D", "working-week=mon,tue,wed,thu,fri", "-D", "holidays=none"));
        args.addAll(
                List.of("-D", "kafka.bootstrap.servers=127.0.0.1:1", "-D", "schema.registry.url=http://127.0.0.1:1"));
        if (Arrays.stream(more).noneMatch(arg -> arg.startsWith("time-zone="))) {
            args.addAll(List.of("-D", "time-zone=Europe/Copenhagen"));
        }
        if (Arrays.stream(more).noneMatch(arg -> arg.startsWith("reporting-currency="))) {
            args.addAll(List.of("-D", "reporting-currency=EUR"));
        }
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }
}
