package io.upswing.core.evaluation;

import io.upswing.core.evaluation.Assignment.Leave;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What is known of the rep ada at the close of a day, told by hand. */
public final class KnownDay implements Evaluation {
    private static final int FIRST = Days.of("2024-01-01");

    private final NavigableMap<Integer, Sums> own = new TreeMap<>();
    private final Map<String, NavigableMap<Integer, Sums>> others = new HashMap<>();
    private final Map<String, NavigableMap<Integer, Sums>> corrected = new TreeMap<>();
    private Set<LocalDate> holidays = Set.of();
    private Optional<Assignment> assignment = Optional.empty();
    private final Map<Integer, Assignment> elsewhere = new HashMap<>();
    private boolean evaluated = true;
    private boolean pastChanged;
    private int firstDay = FIRST;
    private int day;

    public KnownDay(int day) {
        this.day = day;
    }

    public KnownDay(String day) {
        this(Days.of(day));
    }

    /** Goes on to a day; what was learned on the one before is known now. */
    public KnownDay on(int next) {
        day = next;
        corrected.clear();
        pastChanged = false;
        return this;
    }

    public KnownDay add(int on, Measure measure, long amount) {
        own.merge(on, new Sums.Builder().add(measure, amount).build(), Sums::plus);
        return this;
    }

    public KnownDay add(String on, Measure measure, long amount) {
        return add(Days.of(on), measure, amount);
    }

    /** A deal won for an amount. */
    public KnownDay won(int on, long amount) {
        Sums.Builder deal = new Sums.Builder()
                .add(Measure.REVENUE, amount)
                .add(Measure.WON_WITH_AMOUNT, 1)
                .add(Measure.DEALS_WON, 1);
        Measure.square(amount, deal::add);
        own.merge(on, deal.build(), Sums::plus);
        return this;
    }

    /** Something is learned today of a day before. */
    public KnownDay corrects(String entity, int on, Measure measure, long amount) {
        Sums sums = new Sums.Builder().add(measure, amount).build();
        own.merge(on, sums, Sums::plus);
        corrected.computeIfAbsent(entity, e -> new TreeMap<>()).merge(on, sums, Sums::plus);
        pastChanged = true;
        return this;
    }

    /** Nobody knows ada. */
    public KnownDay unknown() {
        evaluated = false;
        return this;
    }

    /** HR says today something of days before. */
    public KnownDay pastChanged() {
        pastChanged = true;
        return this;
    }

    /** What the others of a unit did. */
    public KnownDay others(String unit, int on, Measure measure, long amount) {
        others.computeIfAbsent(unit, key -> new TreeMap<>())
                .merge(on, new Sums.Builder().add(measure, amount).build(), Sums::plus);
        return this;
    }

    public KnownDay is(Assignment here) {
        assignment = Optional.of(here);
        return this;
    }

    /** On one day something else than on the others. */
    public KnownDay isOn(int on, Assignment there) {
        elsewhere.put(on, there);
        return this;
    }

    public KnownDay hired(int on) {
        return is(
                new Assignment(Optional.of("t1"), Optional.empty(), OptionalInt.of(on), List.of(), Optional.of("ae")));
    }

    public KnownDay away(int from, int to) {
        return is(new Assignment(
                Optional.of("t1"),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(new Leave(from, OptionalInt.of(to))),
                Optional.of("ae")));
    }

    public KnownDay holiday(String date) {
        holidays = Set.of(LocalDate.parse(date));
        return this;
    }

    public KnownDay keptFrom(int on) {
        firstDay = on;
        return this;
    }

    @Override
    public String rep() {
        return "ada";
    }

    @Override
    public int day() {
        return day;
    }

    @Override
    public int firstDay() {
        return firstDay;
    }

    @Override
    public boolean isEvaluated() {
        return evaluated;
    }

    @Override
    public OptionalInt firstFlow() {
        return own.subMap(firstDay, true, day, true).entrySet().stream()
                .filter(pane -> !pane.getValue().flows().isZero())
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<Assignment> assignment(int on) {
        return elsewhere.containsKey(on) ? Optional.of(elsewhere.get(on)) : assignment;
    }

    @Override
    public List<OrgUnit> units() {
        List<OrgUnit> units = new ArrayList<>();
        assignment.flatMap(Assignment::team).ifPresent(team -> units.add(OrgUnit.parse("team:" + team)));
        units.add(OrgUnit.COMPANY);
        return units;
    }

    @Override
    public Sums own(int on) {
        return own.getOrDefault(on, Sums.ZERO);
    }

    @Override
    public Sums ownBalance() {
        return ownBalance(day);
    }

    @Override
    public Sums ownBalance(int on) {
        return Sums.total(own.headMap(on, true).values()).balances();
    }

    @Override
    public Sums ownFlows(int from, int to) {
        return flows(own, from, to);
    }

    private static Sums flows(NavigableMap<Integer, Sums> panes, int from, int to) {
        return from > to
                ? Sums.ZERO
                : Sums.total(panes.subMap(from, true, to, true).values()).flows();
    }

    @Override
    public Sums window(Window window, int last) {
        return WindowSettings.defaults(calendar())
                .of(
                        window,
                        last,
                        ownFlows(window.firstDay(last), last),
                        ownBalance(last),
                        lastActive(last).orElse(Days.BEFORE_ALL),
                        day);
    }

    @Override
    public List<Window> windows() {
        return Window.defaults(1);
    }

    @Override
    public OptionalInt lastActive(int upTo) {
        int last = WindowSettings.lastActive(own.headMap(upTo, true));
        return last < firstDay ? OptionalInt.empty() : OptionalInt.of(last);
    }

    @Override
    public Sums market(OrgUnit unit, int on) {
        return others.getOrDefault(unit.key(), new TreeMap<>()).getOrDefault(on, Sums.ZERO);
    }

    @Override
    public Sums marketFlows(OrgUnit unit, int from, int to) {
        return flows(others.getOrDefault(unit.key(), new TreeMap<>()), from, to);
    }

    @Override
    public Sums marketBalance(OrgUnit unit) {
        return Sums.total(others.getOrDefault(unit.key(), new TreeMap<>())
                        .headMap(day, true)
                        .values())
                .balances();
    }

    @Override
    public List<Correction> corrections() {
        return corrected.entrySet().stream()
                .map(entry -> new Correction(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public boolean isPastChanged() {
        return pastChanged;
    }

    @Override
    public WorkingCalendar calendar() {
        return new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), holidays, 1);
    }
}
