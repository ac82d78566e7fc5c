package io.upswing.faults;

import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.Optional;
import java.util.function.Supplier;

/** What lies in {@code kpi.current}. */
final class Kpis {
    private Kpis() {}

    /** Until a rep has a revenue, in minor units, over a year. */
    static void awaitRevenue(Site site, String rep, long revenue, Supplier<Object> seen) throws Exception {
        Await.until(
                "a revenue of " + revenue,
                () -> site.last(TopicCatalogue::kpiCurrent) + "\n" + seen.get(),
                () -> Optional.ofNullable(site.last(TopicCatalogue::kpiCurrent).get(rep))
                        .flatMap(Kpis::revenue)
                        .filter(found -> found == revenue)
                        .isPresent());
    }

    private static Optional<Long> revenue(KpiSnapshot snapshot) {
        return snapshot.getWindows().stream()
                .filter(window -> window.getWindow().equals("365d"))
                .flatMap(window -> window.getKpis().stream())
                .filter(kpi -> kpi.getKpi().equals("revenue"))
                .findFirst()
                .map(kpi -> Math.round(kpi.getValue()));
    }
}
