package io.upswing.app.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingWindowsTest {
    private static final WindowSettings SETTINGS = WindowSettings.defaults(WorkingCalendar.PLAIN);

    private final InMemoryStages stages = new InMemoryStages(1, 1);
    private final Subject rep = Subject.rep("r1");

    @Test
    void eachDaysSumsAreThoseThatTheLedgerGives() {
        Random random = new Random(7);
        int first = Days.of("2016-01-01");
        for (int i = 0; i < 400; i++) {
            String day = Days.text(first + random.nextInt(500));
            stages.fact("r1", day, random.nextBoolean() ? Facts.created() : Facts.won(random.nextInt(1000), i % 300));
        }
        stages.close(first + 500);
        SubjectPanes panes = stages.queries().panes(rep).orElseThrow();

        List<KpiRow> rows = new ArrayList<>();
        new SlidingWindows(panes, SETTINGS, SETTINGS.windows())
                .forEach(first, first + 501, (day, window, sums) -> rows.add(new KpiRow(rep, day, window, sums)));

        List<KpiRow> expected = new ArrayList<>();
        for (int day = first; day <= first + 501; day++) {
            SubjectKpis kpis = stages.queries().one(rep, OptionalInt.of(day)).orElseThrow();
            for (int i = 0; i < kpis.snapshot().windows().size(); i++) {
                Window window = kpis.snapshot().windows().get(i);
                Sums sums = kpis.snapshot().sums().get(i);
                expected.add(new KpiRow(rep, day, window, sums));
            }
        }
        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void theBalanceOfDaysBeforeTheKeptOnesCounts() {
        stages.fact("r1", "2010-01-01", Facts.created())
                .fact("r1", "2017-05-30", Facts.created())
                .close("2017-05-31");
        SubjectPanes panes = stages.queries().panes(rep).orElseThrow();

        List<Long> open = new ArrayList<>();
        new SlidingWindows(panes, SETTINGS, List.of(new Window.MonthToDate()))
                .forEach(
                        Days.of("2017-05-29"),
                        Days.of("2017-05-30"),
                        (day, window, sums) -> open.add(sums.get(io.upswing.core.kpi.Measure.OPEN_DEALS)));

        assertThat(open).containsExactly(1L, 2L);
    }
}
