package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's history, then a corrected second export of it: KPIs are those of SQL over the files. */
class SecondExportTest {
    static final List<String> KPIS = List.of(
            "deals_created",
            "deals_won",
            "deals_lost",
            "revenue",
            "win_rate",
            "avg_deal_size",
            "cycle_mean_days",
            "open_deals");

    private static final LocalDate AS_OF = LocalDate.of(2018, 1, 15);

    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static EmbeddedStack servers;

    @SuppressWarnings("NullAway.Init") // written before all tests
    private static CorrectedSample sample;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static SampleSql sql;

    @BeforeAll
    static void start() throws Exception {
        servers = EmbeddedStack.start(StackOptions.in(directory.resolve("broker")));
        sample = CorrectedSample.write(directory.resolve("sample"));
        sql = new SampleSql(sample);
    }

    @AfterAll
    static void stop() throws Exception {
        sql.close();
        servers.close();
    }

    @Test
    void whereCreditFollowsKpisAreThoseOfTheCorrectedFileAndAFullExportDeletesWhatIsMissing() throws Exception {
        try (Installation installation = new Installation(servers, directory, "follow.", sample.firstMapping())) {
            installation.update(sample.secondMapping(), AS_OF);
            installation.assertKpis(sql.standing(false, true, AS_OF), AS_OF);

            installation.update(sample.firstMapping(), LocalDate.of(2017, 12, 31), "--close-through", "2018-01-16");
            installation.assertKpis(sql.standing(false, true, AS_OF), AS_OF.plusDays(1));

            CommandRun full = installation.update(sample.secondMapping(), AS_OF.plusDays(2), "--full");
            assertThat(full.out()).containsPattern("records \\(\\d+ of them delete");
            installation.assertKpis(sql.standing(false, false, AS_OF), AS_OF.plusDays(2));

            installation.update(
                    sample.firstMapping(), LocalDate.of(2017, 12, 31), "--full", "--close-through", "2018-01-18");
            installation.assertKpis(sql.standing(false, false, AS_OF), AS_OF.plusDays(3));
        }
    }

    @Test
    void whereCreditIsKeptHandedOverDealsStayWithTheOwnerAtTheClose() throws Exception {
        try (Installation installation = new Installation(servers, directory, "keep.", sample.firstMapping())) {
            installation.update(sample.secondMapping(), AS_OF);
            installation.assertKpis(sql.standing(true, true, AS_OF), AS_OF);

            installation.update(sample.firstMapping(), LocalDate.of(2017, 12, 31), "--close-through", "2018-01-16");
            installation.assertKpis(sql.standing(true, true, AS_OF), AS_OF.plusDays(1));
        }
    }
}
