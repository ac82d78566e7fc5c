package io.upswing.app.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KpiCsvTest {
    private final KpiCsv csv = new KpiCsv(new KpiNumbers(2));

    @Test
    void theHeaderNamesTheColumns() {
        assertThat(KpiCsv.HEADER)
                .isEqualTo("level,key,name,day,window,deals_created,deals_won,deals_lost,revenue,win_rate,"
                        + "avg_deal_size,cycle_mean_days,cycle_median_days,open_deals\n");
    }

    @Test
    void textIsQuotedWhereItMustBe() {
        KpiRow row = new KpiRow(Subject.rep("a,b"), 0, new Window.MonthToDate(), Sums.ZERO);

        assertThat(csv.line(row, Optional.of("Ann \"Ace\" O'Hara\nJr")))
                .startsWith("rep,\"a,b\",\"Ann \"\"Ace\"\" O'Hara\nJr\",1970-01-01,mtd,0,");
        assertThat(csv.line(row, Optional.of("Renée Ørsted"))).startsWith("rep,\"a,b\",Renée Ørsted,1970");
    }

    @Test
    void numbersAreWholeOrHaveAtMostSixDecimals() {
        KpiNumbers euros = new KpiNumbers(2);
        KpiNumbers yen = new KpiNumbers(0);

        assertThat(euros.of(Kpi.REVENUE, KpiValue.whole(100_000_00, 3))).contains(new BigDecimal("100000"));
        assertThat(euros.of(Kpi.REVENUE, KpiValue.whole(-1_05, 3))).contains(new BigDecimal("-1.05"));
        assertThat(yen.of(Kpi.REVENUE, KpiValue.whole(105, 3))).contains(new BigDecimal("105"));
        assertThat(euros.of(Kpi.AVG_DEAL_SIZE, KpiValue.ratio(200_00, 3))).contains(new BigDecimal("66.666667"));
        assertThat(euros.of(Kpi.WIN_RATE, KpiValue.ratio(1, 2))).contains(new BigDecimal("0.5"));
        assertThat(euros.of(Kpi.WIN_RATE, KpiValue.NONE)).isEmpty();
    }
}
