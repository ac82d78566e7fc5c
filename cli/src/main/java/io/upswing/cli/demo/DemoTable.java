package io.upswing.cli.demo;

import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.Kpis;
import io.upswing.cli.api.KpisOf;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Numbers;
import io.upswing.cli.render.Sparkline;
import io.upswing.cli.render.Table;
import io.upswing.cli.render.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last 30 days of each rep, by team, beside the 30 days before, and the revenue of the last weeks. */
final class DemoTable {
    private static final String WINDOW = "30d";
    private static final int WINDOW_DAYS = 30;
    private static final String WEEK = "7d";
    private static final int WEEK_DAYS = 7;
    private static final int WEEKS = 12;
    private static final String REVENUE = "revenue";
    private static final Comparator<KpisOf> BEST_FIRST = Comparator.comparing(
                    (KpisOf kpis) -> kpis.value(REVENUE).orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(KpisOf::title);

    private final ApiClient api;
    private final LocalDate day;

    /** @param day the last day of what is shown */
    DemoTable(ApiClient api, LocalDate day) {
        this.api = api;
        this.day = day;
    }

    /** Asks the app and makes the table. */
    Table make() {
        Table table = new Table(List.of(
                Column.text("", 0),
                Column.number("Won", 1),
                Column.number("Lost", 5),
                Column.number("Revenue", 0),
                Column.text("vs before", 2),
                Column.number("Win rate", 4),
                Column.number("Avg deal", 7),
                Column.number("Cycle days", 8),
                Column.number("Open", 6),
                Column.text(WEEKS + " weeks", 3)));
        Level reps = level("rep");
        Level teams = level("team");
        for (KpisOf team : teams.now()) {
            table.row(teams.cells(team, "Team " + team.title()));
            reps.of(Optional.of(team.id())).forEach(rep -> table.row(reps.cells(rep, "  " + rep.title())));
        }
        List<KpisOf> withoutTeam = reps.of(Optional.empty());
        if (!withoutTeam.isEmpty()) {
            table.heading("No team");
            withoutTeam.forEach(rep -> table.row(reps.cells(rep, "  " + rep.title())));
        }
        table.rule();
        Level regions = level("region");
        regions.now().forEach(region -> table.row(regions.cells(region, "Region " + region.title())));
        Level company = level("company");
        company.now().forEach(all -> table.row(company.cells(all, "Company")));
        return table;
    }

    private Level level(String level) {
        List<KpisOf> now = new ArrayList<>(ask(level, WINDOW, day));
        now.sort(BEST_FIRST);
        Map<String, List<Double>> weeks = new HashMap<>();
        for (int week = WEEKS - 1; week >= 0; week--) {
            revenue(ask(level, WEEK, day.minusDays((long) week * WEEK_DAYS)))
                    .forEach((id, revenue) ->
                            weeks.computeIfAbsent(id, none -> new ArrayList<>()).add(revenue));
        }
        return new Level(now, revenue(ask(level, WINDOW, day.minusDays(WINDOW_DAYS))), weeks);
    }

    private List<KpisOf> ask(String level, String window, LocalDate last) {
        return Kpis.read(Kpis.ask(api, Kpis.Question.all(level, window, last)));
    }

    private static Map<String, Double> revenue(List<KpisOf> kpis) {
        Map<String, Double> revenue = new HashMap<>();
        kpis.forEach(one -> revenue.put(
                one.id(), one.value(REVENUE).map(BigDecimal::doubleValue).orElse(0.0)));
        return revenue;
    }

    /**
     * All of a level.
     *
     * @param now best first
     * @param before revenue in the 30 days before, by id
     * @param weeks revenue by id, oldest week first
     */
    private record Level(List<KpisOf> now, Map<String, Double> before, Map<String, List<Double>> weeks) {
        List<KpisOf> of(Optional<String> team) {
            return now.stream()
                    .filter(rep -> rep.team().map(KpisOf.Unit::id).equals(team))
                    .toList();
        }

        List<String> cells(KpisOf kpis, String title) {
            Optional<Double> revenue = kpis.value(REVENUE).map(BigDecimal::doubleValue);
            return List.of(
                    title,
                    Numbers.whole(kpis.value("deals_won")),
                    Numbers.whole(kpis.value("deals_lost")),
                    Numbers.whole(kpis.value(REVENUE)),
                    Trend.of(Optional.ofNullable(before.get(kpis.id())), revenue),
                    Numbers.percent(kpis.value("win_rate")),
                    Numbers.whole(kpis.value("avg_deal_size")),
                    Numbers.oneDecimal(kpis.value("cycle_median_days")),
                    Numbers.whole(kpis.value("open_deals")),
                    Sparkline.of(weeks.getOrDefault(kpis.id(), List.of())));
        }
    }
}
