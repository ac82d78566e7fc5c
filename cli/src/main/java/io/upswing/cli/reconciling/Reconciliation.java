package io.upswing.cli.reconciling;

import io.upswing.cli.api.ApiClient;
import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.Mapping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The export's totals beside the app's. */
public final class Reconciliation {
    /** As many decimals as the app gives. */
    private static final int DECIMALS = 6;

    /** What an export does not tell: quotas are HR's, and how long ago depends on the day. */
    private static final Set<Kpi> NOT_IN_EXPORTS =
            EnumSet.of(Kpi.QUOTA, Kpi.QUOTA_ATTAINMENT, Kpi.DAYS_SINCE_ACTIVITY, Kpi.WORKING_DAYS_SINCE_ACTIVITY);

    private final Ours ours;
    private final Theirs theirs;
    private final int currencyDigits;
    private final List<Difference> differences = new ArrayList<>();
    private List<String> offsetting = List.of();
    private int compared;

    private Reconciliation(Ours ours, Theirs theirs, int currencyDigits) {
        this.ours = ours;
        this.theirs = theirs;
        this.currencyDigits = currencyDigits;
    }

    /**
     * Compares.
     *
     * @param window a window that the app keeps
     * @param day    its last day as an ISO date; the open day if empty
     */
    public static Reconciliation of(
            ApiClient api, Mapping mapping, Export export, String window, Optional<String> day) {
        Ours ours = Ours.ask(api, window, day);
        Reconciliation reconciliation =
                new Reconciliation(ours, Theirs.of(mapping, export, ours), mapping.minorDigits());
        reconciliation.compare();
        return reconciliation;
    }

    /** The window's days. */
    public Period period() {
        return ours.period();
    }

    /** By rep and KPI. */
    public List<Difference> differences() {
        return Collections.unmodifiableList(differences);
    }

    /** Deals and activities that differ, though no KPI does: they make up for each other. */
    public List<String> offsetting() {
        return offsetting;
    }

    /** How many KPIs of reps were compared. */
    public int compared() {
        return compared;
    }

    /** How many deals and activities there are on either side, those of other sources included. */
    public int entities() {
        return theirs.deals().size() + theirs.activities().size();
    }

    private void compare() {
        SortedMap<String, Sums> totals = totals();
        SortedSet<String> reps = new TreeSet<>(totals.keySet());
        reps.addAll(ours.kpis().keySet());
        Map<String, List<Change>> changes = changes();
        for (String rep : reps) {
            Sums sums = totals.getOrDefault(rep, Sums.ZERO);
            Map<String, BigDecimal> known = ours.kpis().getOrDefault(rep, Map.of());
            for (Kpi kpi : EnumSet.complementOf(EnumSet.copyOf(NOT_IN_EXPORTS))) {
                compare(rep, kpi, sums, Optional.ofNullable(known.get(kpi.id())), changes.getOrDefault(rep, List.of()));
            }
        }
        SortedSet<String> unnamed = new TreeSet<>();
        changes.values().forEach(all -> all.forEach(change -> unnamed.add(change.entity())));
        differences.forEach(difference -> unnamed.removeAll(difference.entities()));
        offsetting = List.copyOf(unnamed);
    }

    private void compare(String rep, Kpi kpi, Sums sums, Optional<BigDecimal> known, List<Change> changes) {
        compared++;
        Optional<BigDecimal> export = value(kpi, kpi.of(sums));
        boolean isCount = kpi.unit() == Kpi.Unit.COUNT;
        BigDecimal none = BigDecimal.ZERO;
        boolean same = isCount
                ? export.orElse(none).compareTo(known.orElse(none)) == 0
                : export.isPresent() == known.isPresent() && export.orElse(none).compareTo(known.orElse(none)) == 0;
        if (!same) {
            List<String> entities = changes.stream()
                    .filter(change -> kpi.measures().stream().anyMatch(measure -> Period.has(change.delta(), measure)))
                    .map(Change::entity)
                    .sorted()
                    .distinct()
                    .toList();
            String name = ours.names().getOrDefault(rep, rep);
            differences.add(new Difference(rep, name, kpi.id(), export, known, entities));
        }
    }

    /** What the export adds up to, by rep. */
    private SortedMap<String, Sums> totals() {
        Map<String, Sums.Builder> builders = new HashMap<>();
        List.of(theirs.deals(), theirs.activities())
                .forEach(entities -> entities.values()
                        .forEach(facts -> facts.forEach((place, sums) -> {
                            Sums.Builder total = builders.computeIfAbsent(place.rep(), rep -> new Sums.Builder());
                            ours.period().counted(place, sums).forEach(total::add);
                        })));
        SortedMap<String, Sums> totals = new TreeMap<>();
        // That something is known of activities makes a count of none a zero, which 'no data' is compared with.
        builders.forEach((rep, total) ->
                totals.put(rep, total.add(Measure.ACTIVITY_AGE, 1).build()));
        return totals;
    }

    /**
     * What an entity adds to a rep in the window, more or less than the app has.
     *
     * @param entity its kind, if it is no deal, and id
     */
    private record Change(String entity, Sums delta) {}

    /** By rep. */
    private Map<String, List<Change>> changes() {
        Map<String, List<Change>> changes = new HashMap<>();
        collect(changes, "", theirs.deals(), ours.deals());
        collect(changes, "activity ", theirs.activities(), ours.activities());
        return changes;
    }

    private void collect(
            Map<String, List<Change>> changes,
            String prefix,
            Map<String, SortedMap<Place, Sums>> export,
            Map<String, Entity> known) {
        Set<String> ids = new HashSet<>(export.keySet());
        ids.addAll(known.keySet());
        for (String id : ids) {
            SortedMap<Place, Sums> there = Objects.requireNonNullElse(export.get(id), new TreeMap<>());
            SortedMap<Place, Sums> here =
                    Optional.ofNullable(known.get(id)).map(Entity::facts).orElse(new TreeMap<>());
            byRep(there, here)
                    .forEach((rep, delta) ->
                            changes.computeIfAbsent(rep, r -> new ArrayList<>()).add(new Change(prefix + id, delta)));
        }
    }

    /** The difference by rep, in the window. */
    private Map<String, Sums> byRep(SortedMap<Place, Sums> there, SortedMap<Place, Sums> here) {
        Map<String, Sums> deltas = new TreeMap<>();
        counted(there).forEach((rep, sums) -> deltas.merge(rep, sums, Sums::plus));
        counted(here).forEach((rep, sums) -> deltas.merge(rep, sums.negated(), Sums::plus));
        deltas.values().removeIf(Sums::isZero);
        return deltas;
    }

    private Map<String, Sums> counted(SortedMap<Place, Sums> facts) {
        Map<String, Sums> counted = new TreeMap<>();
        facts.forEach((place, sums) -> counted.merge(place.rep(), ours.period().counted(place, sums), Sums::plus));
        return counted;
    }

    private Optional<BigDecimal> value(Kpi kpi, KpiValue value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int digits = kpi.unit() == Kpi.Unit.MONEY ? currencyDigits : 0;
        return Optional.of(BigDecimal.valueOf(value.numerator(), digits)
                .divide(BigDecimal.valueOf(value.denominator()), DECIMALS, RoundingMode.HALF_UP));
    }
}
