package io.upswing.core.inprocess;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down all that a run shows, so that two runs can be compared. */
final class Recorder implements Observer {
    private static final List<OrgUnit> UNITS =
            List.of("team:t1", "team:t2", "team:t3", "region:north", "region:south", "company").stream()
                    .map(OrgUnit::parse)
                    .toList();

    private final SortedMap<String, List<String>> closes = new TreeMap<>();
    private final SortedMap<String, List<String>> evaluations = new TreeMap<>();
    private final SortedMap<String, Snapshot> snapshots = new TreeMap<>();
    private final SortedMap<String, SortedMap<Integer, Sums>> panes = new TreeMap<>();

    /** Of each rep and unit, in order: the closed day and what the windows hold that end on it. */
    SortedMap<String, List<String>> closes() {
        return closes;
    }

    /** Of each rep, in order: all that each evaluation can see. */
    SortedMap<String, List<String>> evaluations() {
        return evaluations;
    }

    /** Of each rep and unit: what was sent last. */
    SortedMap<String, Snapshot> snapshots() {
        return snapshots;
    }

    /** Of each rep and day from one on: the pane as it was sent last, if it holds something. */
    SortedMap<String, SortedMap<Integer, Sums>> panesFrom(int day) {
        SortedMap<String, SortedMap<Integer, Sums>> kept = new TreeMap<>();
        panes.forEach((rep, days) -> {
            SortedMap<Integer, Sums> some = new TreeMap<>(days.tailMap(day));
            some.values().removeIf(Sums::isZero);
            if (!some.isEmpty()) {
                kept.put(rep, some);
            }
        });
        return kept;
    }

    @Override
    public Runnable repCloses(int task, int day, Ledger ledger) {
        return closes(day, ledger);
    }

    @Override
    public Runnable unitCloses(int task, int day, Ledger ledger) {
        return closes(day, ledger);
    }

    private Runnable closes(int day, Ledger ledger) {
        SortedMap<String, String> seen = new TreeMap<>();
        for (String subject : ledger.subjects()) {
            List<Sums> sums = ledger.windowSums(subject);
            // What waits for a later day makes a subject known sooner or later: nothing of it is live.
            if (!sums.stream().allMatch(Sums::isZero)) {
                seen.put(subject, day + ": " + sums);
            }
        }
        return () -> seen.forEach((subject, text) -> note(closes, subject, text));
    }

    private static void note(SortedMap<String, List<String>> notes, String subject, String text) {
        notes.computeIfAbsent(subject, s -> new ArrayList<>()).add(text);
    }

    @Override
    public Runnable evaluates(int task, Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        text.append(evaluation.day())
                .append(": ")
                .append(evaluation.assignment(evaluation.day()))
                .append(evaluation.units())
                .append(evaluation.ownBalance());
        UNITS.forEach(unit -> text.append(unit).append(evaluation.marketBalance(unit)));
        for (int day = evaluation.firstDay(); day <= evaluation.day(); day++) {
            int on = day;
            append(text, "own", on, evaluation.own(on));
            UNITS.forEach(unit -> append(text, unit.key(), on, evaluation.market(unit, on)));
        }
        return () -> note(evaluations, evaluation.rep(), text.toString());
    }

    private static void append(StringBuilder text, String what, int day, Sums sums) {
        if (!sums.isZero()) {
            text.append(' ').append(what).append('@').append(day).append(sums);
        }
    }

    @Override
    public Runnable sends(Snapshot snapshot) {
        return () -> snapshots.put(snapshot.subject(), snapshot);
    }

    @Override
    public Runnable sends(String rep, int day, Sums pane) {
        return () -> panes.computeIfAbsent(rep, r -> new TreeMap<>()).put(day, pane);
    }
}
