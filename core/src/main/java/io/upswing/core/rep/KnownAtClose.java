package io.upswing.core.rep;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Panes;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An evaluation over the stage's stores, read when asked for. */
final class KnownAtClose implements Evaluation {
    private final String rep;
    private final int day;
    private final Sources sources;
    private final Timeline timeline;
    private final Membership membership;
    private final boolean isEvaluated;
    private @Nullable ClosedSums sums;
    private @Nullable List<Correction> corrections;

    /** What all reps of a task have in common. */
    record Sources(Ledger own, Panes market, Corrections corrections, WindowSettings settings) {}

    KnownAtClose(String rep, int day, Sources sources, Timeline known, boolean isEvaluated) {
        this.rep = rep;
        this.day = day;
        this.sources = sources;
        this.timeline = known;
        this.membership = new Membership(known);
        this.isEvaluated = isEvaluated;
    }

    @Override
    public String rep() {
        return rep;
    }

    @Override
    public int day() {
        return day;
    }

    @Override
    public boolean isEvaluated() {
        return isEvaluated;
    }

    @Override
    public int firstDay() {
        return sources.settings().retention().edge(day) + 1;
    }

    @Override
    public Optional<Assignment> assignment(int on) {
        return timeline.on(on);
    }

    @Override
    public List<OrgUnit> units() {
        return membership.on(day);
    }

    @Override
    public Sums own(int on) {
        return on > day ? Sums.ZERO : sources.own().foldedPane(rep, on);
    }

    @Override
    public Sums ownBalance() {
        return sums().balance();
    }

    @Override
    public Sums ownBalance(int on) {
        return on >= day
                ? ownBalance()
                : ownBalance().minus(between(on + 1, day).balances());
    }

    @Override
    public Sums ownFlows(int from, int to) {
        return between(from, to).flows();
    }

    @Override
    public OptionalInt firstFlow() {
        int first = sums().firstFlow();
        return first == ClosedSums.NO_FLOW ? OptionalInt.empty() : OptionalInt.of(first);
    }

    private Sums between(int from, int to) {
        return Sums.total(sources.own().foldedPanes(rep, from, to).values());
    }

    @Override
    public Sums window(Window window, int last) {
        int configured = windows().indexOf(window);
        Sums flows = last == day && configured >= 0
                ? sums().windows().get(configured)
                : ownFlows(window.firstDay(last), last);
        int active = lastActive(last).orElse(Days.BEFORE_ALL);
        return sources.settings().of(window, last, flows, ownBalance(last), active, day);
    }

    @Override
    public List<Window> windows() {
        return sources.settings().windows();
    }

    @Override
    public OptionalInt lastActive(int upTo) {
        int last = sums().lastActive();
        if (upTo < last) {
            last = WindowSettings.lastActive(sources.own().foldedPanes(rep, firstDay(), upTo));
        }
        return last < firstDay() ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private ClosedSums sums() {
        ClosedSums known = sums;
        if (known == null) {
            known = sources.own().foldedSums(rep);
            sums = known;
        }
        return known;
    }

    @Override
    public Sums market(OrgUnit unit, int on) {
        Sums all = on > day ? Sums.ZERO : sources.market().get(unit.key(), on).flows();
        return membership.contains(unit, on) ? all.minus(own(on).flows()) : all;
    }

    @Override
    public Sums marketFlows(OrgUnit unit, int from, int to) {
        int last = Math.min(to, day);
        Sums all = Sums.total(sources.market().between(unit.key(), from, last).values())
                .flows();
        Sums.Builder mine = new Sums.Builder();
        SortedMap<Integer, Sums> own = sources.own().foldedPanes(rep, from, last);
        own.forEach((on, pane) -> {
            if (membership.contains(unit, on)) {
                pane.flows().forEach(mine::add);
            }
        });
        return all.minus(mine.build());
    }

    @Override
    public Sums marketBalance(OrgUnit unit) {
        Sums all = Sums.total(sources.market()
                        .between(unit.key(), Days.BEFORE_ALL, day)
                        .values())
                .balances();
        return membership.contains(unit, day) ? all.minus(ownBalance()) : all;
    }

    @Override
    public List<Correction> corrections() {
        List<Correction> known = corrections;
        if (known == null) {
            known = sources.corrections().recordedOn(day, rep);
            corrections = known;
        }
        return known;
    }

    @Override
    public boolean isPastChanged() {
        return !corrections().isEmpty() || timeline.learned(day).stream().anyMatch(from -> from < day);
    }

    @Override
    public WorkingCalendar calendar() {
        return sources.settings().calendar();
    }
}
