package io.upswing.core.plans;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** A plan's check-ins: those that were, and when by the rhythm the next one is due. */
final class CheckIns {
    private final SortedSet<Integer> held;
    private final SortedSet<Integer> missed;
    private final List<Pause> pauses;
    private OptionalInt first;

    /** Days that count for nothing. */
    private record Pause(int until, int days) {}

    CheckIns() {
        held = new TreeSet<>();
        missed = new TreeSet<>();
        pauses = new ArrayList<>();
        first = OptionalInt.empty();
    }

    private CheckIns(CheckIns other) {
        held = new TreeSet<>(other.held);
        missed = new TreeSet<>(other.missed);
        pauses = new ArrayList<>(other.pauses);
        first = other.first;
    }

    CheckIns copy() {
        return new CheckIns(this);
    }

    /** The rhythm begins. */
    void start(int day) {
        first = OptionalInt.of(day);
    }

    /** What is due later is due later by the days of a pause. */
    void resume(int day, int days) {
        first = OptionalInt.of(first.orElseThrow() + days);
        pauses.add(new Pause(day, days));
    }

    void held(int day) {
        held.add(day);
    }

    void missed(int day) {
        missed.add(day);
    }

    SortedSet<Integer> held() {
        return Collections.unmodifiableSortedSet(held);
    }

    SortedSet<Integer> missed() {
        return Collections.unmodifiableSortedSet(missed);
    }

    /** The first one that is due after a day and up to the deadline. */
    OptionalInt after(int day, int every, int deadline) {
        if (every == 0 || first.isEmpty()) {
            return OptionalInt.empty();
        }
        int passedBy = Math.max(0, Math.floorDiv(day - first.getAsInt(), every));
        int next = first.getAsInt() + (passedBy + 1) * every;
        return next > deadline ? OptionalInt.empty() : OptionalInt.of(next);
    }

    /** Whether one was held in the days up to one; those of a pause are not counted. */
    boolean isHeld(int day, int every) {
        int from = day - every + 1;
        for (Pause pause : pauses.reversed()) {
            from -= from < pause.until() ? pause.days() : 0;
        }
        return !held.subSet(from, day + 1).isEmpty();
    }
}
