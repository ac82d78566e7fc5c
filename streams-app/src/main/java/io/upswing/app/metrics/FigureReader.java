package io.upswing.app.metrics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.upswing.app.topology.Tasks;
import io.upswing.app.views.CaseRow;
import io.upswing.app.views.Instance;
import io.upswing.app.views.KpiNumbers;
import io.upswing.app.views.OpenCases;
import io.upswing.app.views.Part;
import io.upswing.app.views.SubjectKpis;
import io.upswing.app.views.SubjectLevel;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Window;
import io.upswing.core.rep.RepStage;
import io.upswing.core.unit.UnitStage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads from the stores of this instance's tasks what dashboards show. Nothing is about a single rep, and there are ids but
 * no names: a name can be erased, its copy in a time series database can't.
 */
final class FigureReader {
    /** Units beyond these are left out: each brings some dozens of series. */
    static final int MOST_UNITS = 200;
    /** The same for pairs of team and rule, and the like. */
    static final int MOST_ROWS = 1000;

    private static final List<SubjectLevel> LEVELS =
            List.of(SubjectLevel.COMPANY, SubjectLevel.REGION, SubjectLevel.TEAM);
    private static final List<String> WINDOWS = List.of("30d", "qtd");

    private final Instance instance;
    private final KpiNumbers numbers;

    FigureReader(Instance instance, KpiNumbers numbers) {
        this.instance = instance;
        this.numbers = numbers;
    }

    /** The KPIs of units on the open day. */
    Units units() {
        List<SubjectKpis> units = LEVELS.stream()
                .flatMap(level -> instance.parts(level, OptionalInt.empty()).stream())
                .map(Part::subjects)
                .flatMap(List::stream)
                .toList();
        List<Row<Number>> rows =
                units.stream().limit(MOST_UNITS).flatMap(this::kpis).toList();
        return new Units(rows, Math.max(0, units.size() - MOST_UNITS));
    }

    /**
     * The KPIs of units.
     *
     * @param leftOut how many units there are beyond
     */
    record Units(List<Row<Number>> rows, int leftOut) {}

    private Stream<Row<Number>> kpis(SubjectKpis unit) {
        Snapshot snapshot = unit.snapshot();
        List<Row<Number>> rows = new ArrayList<>();
        for (int i = 0; i < snapshot.windows().size(); i++) {
            if (WINDOWS.contains(snapshot.windows().get(i).id())) {
                addKpis(rows, unit, i);
            }
        }
        return rows.stream();
    }

    private void addKpis(List<Row<Number>> rows, SubjectKpis unit, int index) {
        Window window = unit.snapshot().windows().get(index);
        for (Kpi kpi : Kpi.values()) {
            Tags tags = Tags.of(
                    "level", unit.subject().level().id(),
                    "unit", unit.subject().id(),
                    "window", window.id(),
                    "kpi", kpi.id());
            numbers.of(kpi, unit.snapshot().value(index, kpi))
                    .ifPresent(value -> rows.add(Row.of(tags, value.doubleValue())));
        }
    }

    /** How many issues are open, by team and rule. */
    List<Row<Number>> issues() {
        return counted(
                instance.cases().issues(Optional.empty()),
                OpenCases::isOpen,
                row -> Tags.of("team", team(row), "rule", row.current().getRule()));
    }

    /** How many plans are open, by team, status and pace. */
    List<Row<Number>> plans() {
        return counted(
                instance.cases().plans(Optional.empty()),
                OpenCases::isOpen,
                row -> Tags.of(
                        "team",
                        team(row),
                        "status",
                        row.current().getStatus(),
                        "pace",
                        row.current().getPace()));
    }

    private static String team(CaseRow<?> row) {
        return row.placement().team().orElse("");
    }

    private static <C> List<Row<Number>> counted(
            SortedMap<Tasks.Id, List<CaseRow<C>>> rows, Predicate<C> isOpen, Function<CaseRow<C>, Tags> tags) {
        Map<Tags, Long> counts = rows.values().stream()
                .flatMap(Collection::stream)
                .filter(row -> isOpen.test(row.current()))
                .collect(groupingBy(tags, counting()));
        return counts.entrySet().stream()
                .limit(MOST_ROWS)
                .map(count -> Row.of(count.getKey(), (Number) count.getValue()))
                .toList();
    }

    /** Which partitions of input topics have not said yet that the open day is over; what other stages hold follows from it. */
    List<Row<Number>> holding() {
        return instance.progress().stream()
                .flatMap(task -> task.holding().stream()
                        .filter(by -> !by.startsWith(RepStage.FACTS + "/") && !by.startsWith(UnitStage.UNIT_SUMS + "/"))
                        .map(by -> Row.of(tags(task.id(), by), (Number) 1)))
                .toList();
    }

    private static Tags tags(Tasks.Id id, String by) {
        return Tags.of("stage", id.stage(), "task", Integer.toString(id.partition()), "by", by);
    }
}
