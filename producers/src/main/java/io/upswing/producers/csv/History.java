package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An export as it came about, day by day: each deal once when it was created and once more when it was closed, each activity
 * when it was logged, or when it happened if that is not known, each quota from when on it counts. Names and reps stand at
 * the head of the first day. The same export gives the same records, in the same order, whenever it is asked.
 *
 * <p>The first day is the earliest on which a deal was created or closed or an activity happened or was logged, the last day
 * the latest, or the one given: what came after it is left out, and a deal closed after it is still open. Deals and
 * activities without any date stand on the last day.
 */
public final class History {
    private final Export export;
    private final EventMaker events;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final TreeMap<LocalDate, List<DealStep>> steps = new TreeMap<>();
    private final TreeMap<LocalDate, List<Activity>> activities = new TreeMap<>();
    private final TreeMap<LocalDate, List<Quota>> quotas = new TreeMap<>();

    private History(Export export, LocalDate firstDay, LocalDate lastDay) {
        this.export = export;
        this.events = new EventMaker(export.mapping(), firstDay);
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        export.deals().stream().flatMap(this::stepsOf).forEach(step -> put(steps, step.day(), step));
        export.activities().forEach(activity -> put(activities, activity.told().orElse(lastDay), activity));
        export.quotas().forEach(quota -> put(quotas, quota.from().isBefore(firstDay) ? firstDay : quota.from(), quota));
        // A day's creations before its closes; the sort is stable, so the file's order stays otherwise.
        steps.values().forEach(day -> day.sort(Comparator.comparing(DealStep::kind)));
    }

    private <T> void put(Map<LocalDate, List<T>> days, LocalDate day, T what) {
        if (!day.isAfter(lastDay)) {
            days.computeIfAbsent(day, d -> new ArrayList<>()).add(what);
        }
    }

    /**
     * Lays an export out over its days.
     *
     * @param until the last day; none means the latest that is in the data. A day once closed stays closed: where the data
     *     may hold days to come, by a slip of the pen too, give yesterday
     * @throws NoSuchElementException if there is no day to lay it on: no deal or activity has a date, or all come after {@code until}
     */
    public static History of(Export export, Optional<LocalDate> until) {
        List<LocalDate> days = Stream.concat(
                        export.deals().stream().flatMap(deal -> Stream.of(deal.created(), deal.closed())),
                        export.activities().stream()
                                .flatMap(activity -> Stream.of(activity.happened(), activity.logged())))
                .flatMap(Optional::stream)
                .map(CrmDate::day)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            throw new NoSuchElementException(
                    "no deal and no activity in the export has a date: there is no history to lay out");
        }
        LocalDate first = days.getFirst();
        LocalDate last = until.orElse(days.getLast());
        if (last.isBefore(first)) {
            throw new NoSuchElementException("the history begins on %s, after the last day, %s".formatted(first, last));
        }
        return new History(export, first, last);
    }

    /** The first day of the history. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day of the history. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** All days from the first to the last, those on which nothing happened too. */
    public Stream<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1));
    }

    /** The records of a day; made when asked for. */
    public Stream<ImportRecord> records(LocalDate day) {
        Stream<ImportRecord> ofDay = Stream.of(
                        quotas.getOrDefault(day, List.of()).stream().map(quota -> events.quota(quota, day)),
                        steps.getOrDefault(day, List.of()).stream().map(events::deal),
                        activities.getOrDefault(day, List.of()).stream()
                                .map(activity -> events.activity(activity, day)))
                .flatMap(records -> records);
        return day.equals(firstDay) ? Stream.concat(organization(), ofDay) : ofDay;
    }

    Export export() {
        return export;
    }

    private Stream<ImportRecord> organization() {
        Stream<ImportRecord> names = export.names().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(name -> EventMaker.name(name.getKey(), name.getValue()));
        Stream<ImportRecord> reps = export.reps().stream()
                .filter(rep ->
                        rep.effectiveFrom().map(day -> !day.isAfter(lastDay)).orElse(true))
                .map(events::rep);
        return Stream.concat(names, reps);
    }

    private Stream<DealStep> stepsOf(Deal deal) {
        Optional<LocalDate> created = deal.created().map(CrmDate::day);
        Optional<LocalDate> closed = deal.closed().map(CrmDate::day);
        if (created.isEmpty() && closed.isEmpty()) {
            return Stream.of(new DealStep(deal, DealStep.Kind.UNDATED, lastDay));
        }
        if (closed.isEmpty()) {
            return Stream.of(new DealStep(deal, DealStep.Kind.CREATED, created.get()));
        }
        if (created.isEmpty()) {
            return Stream.of(new DealStep(deal, DealStep.Kind.CLOSED, closed.get()));
        }
        if (closed.get().isBefore(created.get())) {
            return Stream.of(new DealStep(deal, DealStep.Kind.CLOSED, created.get()));
        }
        return Stream.of(
                new DealStep(deal, DealStep.Kind.CREATED, created.get()),
                new DealStep(deal, DealStep.Kind.CLOSED, closed.get()));
    }
}
