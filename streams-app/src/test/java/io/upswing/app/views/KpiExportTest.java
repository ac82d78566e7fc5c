package io.upswing.app.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KpiExportTest {
    private static final OptionalInt DEFAULT = OptionalInt.empty();

    private final InMemoryStages stages = new InMemoryStages(2, 2);

    @BeforeEach
    void threeClosedDays() {
        stages.member("r2", "t1", "north", "2017-01-01")
                .fact("r1", "2017-05-30", Facts.won(10_50, 200))
                .close("2017-05-30")
                .fact("r1", "2017-05-31", Facts.won(20_00, 3))
                .close("2017-06-01");
    }

    private List<String> lines(OptionalInt from, OptionalInt to) {
        KpiCsv csv = new KpiCsv(new KpiNumbers(2));
        List<String> lines = new ArrayList<>();
        KpiExport.of(stages.queries(), stages.settings(), from, to)
                .forEach(row -> lines.add(csv.line(row, Optional.empty())));
        return lines;
    }

    private static OptionalInt on(String day) {
        return OptionalInt.of(Days.of(day));
    }

    @Test
    void everySubjectHasARowForEachClosedDayAndWindow() {
        List<String> lines = lines(DEFAULT, DEFAULT);

        assertThat(lines).hasSize(5 * 3 * 6);
        assertThat(lines.subList(0, 3))
                .containsExactly(
                        "rep,r1,,2017-05-30,7d,0,1,0,10.5,1,10.5,200,200.5,-1\n",
                        "rep,r1,,2017-05-30,30d,0,1,0,10.5,1,10.5,200,200.5,-1\n",
                        "rep,r1,,2017-05-30,90d,0,1,0,10.5,1,10.5,200,200.5,-1\n");
        assertThat(lines.get(6)).isEqualTo("rep,r1,,2017-05-31,7d,0,2,0,30.5,1,15.25,101.5,101.75,-2\n");
        assertThat(lines.getLast()).isEqualTo("company,company,,2017-06-01,qtd,0,2,0,30.5,1,15.25,101.5,101.75,-2\n");
    }

    @Test
    void rowsStandByLevelIdDayAndWindow() {
        List<String> lines = lines(on("2017-06-01"), on("2017-06-01"));

        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(",,")) + line.split(",", -1)[4])
                .startsWith("rep,r17d", "rep,r130d", "rep,r190d", "rep,r1365d", "rep,r1mtd", "rep,r1qtd", "rep,r27d")
                .contains("team,t17d", "region,north7d", "company,company7d");
    }

    @Test
    void whereNothingHappenedCountsAreZeroAndRatiosEmpty() {
        assertThat(lines(DEFAULT, DEFAULT)).contains("team,t1,,2017-06-01,30d,0,0,0,0,,,,,0\n");
    }

    @Test
    void onlyClosedDaysCanBeExported() {
        assertThatThrownBy(() -> lines(DEFAULT, on("2017-06-02")))
                .isInstanceOf(DayOutOfReachException.class)
                .hasMessageContaining("2017-05-30 to 2017-06-01");
        assertThatThrownBy(() -> lines(on("2017-05-29"), DEFAULT)).isInstanceOf(DayOutOfReachException.class);
        assertThatThrownBy(() -> lines(on("2017-06-01"), on("2017-05-30")))
                .isInstanceOf(DayOutOfReachException.class)
                .hasMessageContaining("swap");
    }
}
