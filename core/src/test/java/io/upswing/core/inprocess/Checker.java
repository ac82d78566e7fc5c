package io.upswing.core.inprocess;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.model.Balance;
import io.upswing.core.inprocess.model.FirstClose;
import io.upswing.core.inprocess.model.Known;
import io.upswing.core.inprocess.model.Known.Member;
import io.upswing.core.inprocess.model.Pane;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares each close of day, each evaluation, and at the end what was sent, with the model. */
final class Checker implements Observer {
    private static final int ENOUGH = 5;

    private final Log log;
    private final List<String> windows;
    private final SortedMap<Integer, Known> days;
    private final ToIntFunction<String> partitioner;
    private final Set<String> reps = new TreeSet<>();
    private final Set<String> units = new TreeSet<>(Set.of(OrgUnit.COMPANY.key()));
    private final Map<Integer, Integer> repClosed = new HashMap<>();
    private final Map<Integer, Integer> unitClosed = new HashMap<>();
    private final SortedMap<Integer, SortedSet<String>> evaluated = new TreeMap<>();
    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final Map<String, SortedMap<Integer, Sums>> daily = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    Checker(Log log, List<String> windows, SortedMap<Integer, Known> days) {
        this.log = log;
        this.windows = windows;
        this.days = days;
        this.partitioner = Log.partitioner(log.partitions());
        for (Known known : days.values()) {
            known.members().stream().map(Member::unit).forEach(units::add);
            known.members().stream().map(Member::rep).forEach(reps::add);
        }
    }

    /** What differs, after the run. */
    List<String> problems() {
        for (int task = 0; task < log.partitions(); task++) {
            check(repClosed.getOrDefault(task, 0) == log.lastDay(), "rep task " + task + " has not closed all days");
            check(unitClosed.getOrDefault(task, 0) == log.lastDay(), "unit task " + task + " has not closed all days");
        }
        days.headMap(log.lastDay() + 1).forEach((day, known) -> {
            Set<String> seen = evaluated.getOrDefault(day, new TreeSet<>());
            check(
                    seen.equals(known.existing()),
                    () -> "at the evaluation of " + text(day) + " exist " + seen + ", not " + known.existing());
        });
        checkSent(known(days.lastKey()));
        return problems;
    }

    private void check(boolean holds, String problem) {
        check(holds, () -> problem);
    }

    private void check(boolean holds, Supplier<String> problem) {
        if (!holds && problems.size() < ENOUGH) {
            problems.add(problem.get());
        }
    }

    private static String text(int day) {
        return Days.text(day) + " (" + day + ")";
    }

    @Override
    public Runnable repCloses(int task, int day, Ledger ledger) {
        closes(day, ledger, reps, task);
        return () -> count("rep task " + task, repClosed, task, day, FirstClose.ofRepTask(log, task));
    }

    @Override
    public Runnable unitCloses(int task, int day, Ledger ledger) {
        closes(day, ledger, units, task);
        return () -> count("unit task " + task, unitClosed, task, day, FirstClose.ofUnitTask(log));
    }

    private void count(String who, Map<Integer, Integer> closed, int task, int day, int first) {
        int expected = closed.containsKey(task) ? closed.get(task) + 1 : first;
        check(day == expected, () -> who + " closes " + text(day) + ", not " + text(expected));
        closed.put(task, day);
    }

    private void closes(int day, Ledger ledger, Set<String> subjects, int task) {
        Stream.concat(subjects.stream(), ledger.subjects().stream())
                .distinct()
                .filter(subject -> partitioner.applyAsInt(subject) == task)
                .forEach(subject -> windows("at the close of ", subject, day, ledger.windowSums(subject)));
    }

    private void windows(String when, String subject, int day, List<Sums> sums) {
        Known known = known(day);
        for (int i = 0; i < sums.size(); i++) {
            String window = windows.get(i);
            Comparison.kpis(
                            window,
                            sums.get(i),
                            known.window(subject, i),
                            known.balance(subject),
                            known.recency(subject))
                    .forEach(problem ->
                            check(false, when + text(day) + " for " + subject + " in " + window + ": " + problem));
        }
    }

    private Known known(int day) {
        Known known = days.get(day);
        if (known == null) {
            throw new AssertionError(text(day) + " is before the first close");
        }
        return known;
    }

    @Override
    public Runnable evaluates(int task, Evaluation evaluation) {
        Known known = known(evaluation.day());
        String rep = evaluation.rep();
        String who = "at the evaluation of " + text(evaluation.day()) + " for " + rep + ": ";
        check(evaluation.firstDay() == known.firstKept(), () -> who + "panes are kept from " + evaluation.firstDay());
        own(who, evaluation, known);
        Set<String> mine = evaluation.units().stream().map(OrgUnit::key).collect(Collectors.toSet());
        for (String unit : units) {
            boolean member = unit.equals(OrgUnit.COMPANY.key()) || known.isMember(rep, unit, known.day());
            check(mine.contains(unit) == member, () -> who + "is in " + mine + "; " + unit + " is wrong");
            market(who, evaluation, known, unit);
        }
        assignment(who, evaluation, known);
        return () -> check(
                evaluated.computeIfAbsent(known.day(), day -> new TreeSet<>()).add(rep), who + "evaluated twice");
    }

    private void own(String who, Evaluation evaluation, Known known) {
        String rep = evaluation.rep();
        SortedMap<Integer, Balance> moves = known.moves(rep);
        for (int day : days(known, known.panes(rep), moves)) {
            Sums own = evaluation.own(day);
            check(
                    Comparison.isPane(own, known.pane(rep, day))
                            && Comparison.isBalance(own, moves.getOrDefault(day, Balance.EMPTY)),
                    () -> who + "the pane of " + text(day) + " is " + own + ", not " + known.pane(rep, day) + ", "
                            + moves.get(day));
        }
        check(
                Comparison.isBalance(evaluation.ownBalance(), known.balance(rep)),
                () -> who + "own balance is " + evaluation.ownBalance() + ", not " + known.balance(rep));
    }

    private void market(String who, Evaluation evaluation, Known known, String unit) {
        String rep = evaluation.rep();
        OrgUnit key = OrgUnit.parse(unit);
        for (int day : days(known, known.panes(rep), known.panes(unit))) {
            Pane expected = known.market(rep, unit, day);
            Sums market = evaluation.market(key, day);
            check(
                    Comparison.isPane(market, expected) && market.balances().isZero(),
                    () -> who + "market of " + unit + " on " + text(day) + " is " + market + ", not " + expected);
        }
        Balance expected = known.marketBalance(rep, unit);
        check(
                Comparison.isBalance(evaluation.marketBalance(key), expected),
                () -> who + "market balance of " + unit + " is " + evaluation.marketBalance(key) + ", not " + expected);
    }

    /** The kept days on which there is something, and some on which there may be nothing. */
    private static SortedSet<Integer> days(Known known, SortedMap<Integer, ?> some, SortedMap<Integer, ?> others) {
        SortedSet<Integer> days = new TreeSet<>(some.keySet());
        days.addAll(others.keySet());
        days.addAll(Set.of(known.day(), known.day() - 1, known.firstKept(), known.day() - 17));
        return days.subSet(known.firstKept(), known.day() + 1);
    }

    /** Team, region, hire date and leaves; on other days than the evaluated one, too. */
    private void assignment(String who, Evaluation evaluation, Known known) {
        for (int on : List.of(known.day(), known.firstKept(), Math.max(known.firstKept(), known.day() - 17))) {
            Optional<Assignment> expected = known.assignment(evaluation.rep(), on);
            check(
                    evaluation.assignment(on).equals(expected),
                    () -> who + "is assigned on " + text(on) + " to " + evaluation.assignment(on) + ", not "
                            + expected);
        }
    }

    @Override
    public Runnable sends(Snapshot snapshot) {
        return () -> snapshots.put(snapshot.subject(), snapshot);
    }

    @Override
    public Runnable sends(String rep, int day, Sums pane) {
        return () -> daily.computeIfAbsent(rep, r -> new TreeMap<>()).put(day, pane);
    }

    /** What was sent last is what is known on the open day. */
    private void checkSent(Known live) {
        Stream.of(reps, units, snapshots.keySet())
                .flatMap(Set::stream)
                .distinct()
                .forEach(subject -> checkSent(live, subject));
        Set<String> withPanes = new TreeSet<>(daily.keySet());
        withPanes.addAll(reps);
        withPanes.forEach(rep -> checkDaily(live, rep));
    }

    private void checkSent(Known live, String subject) {
        Snapshot sent = snapshots.get(subject);
        check(sent == null || sent.day() == live.day(), () -> "what was last sent for " + subject + " is old: " + sent);
        List<Sums> sums = sent == null ? Collections.nCopies(windows.size(), Sums.ZERO) : sent.sums();
        windows("as last sent on ", subject, live.day(), sums);
    }

    private void checkDaily(Known live, String rep) {
        SortedMap<Integer, Sums> sent = daily.getOrDefault(rep, new TreeMap<>());
        SortedMap<Integer, Balance> moves = live.moves(rep);
        SortedSet<Integer> all = new TreeSet<>(sent.keySet());
        all.addAll(live.panes(rep).keySet());
        all.addAll(moves.keySet());
        for (int day : all.tailSet(live.firstKept())) {
            Sums pane = sent.getOrDefault(day, Sums.ZERO);
            check(
                    Comparison.isPane(pane, live.pane(rep, day))
                            && Comparison.isBalance(pane, moves.getOrDefault(day, Balance.EMPTY)),
                    () -> "the last sent pane of " + rep + " on " + text(day) + " is " + pane + ", not "
                            + live.pane(rep, day) + ", " + moves.get(day));
        }
    }
}
