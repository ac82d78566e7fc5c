package io.upswing.producers.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What will be told on the days to come. */
final class Mailbag {
    private final LocalDate lastDay;
    private final TreeMap<LocalDate, List<SimulatedRecord>> days = new TreeMap<>();

    Mailbag(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    /** What would be told after the last day is never told. */
    void post(LocalDate day, SimulatedRecord record) {
        if (!day.isAfter(lastDay)) {
            days.computeIfAbsent(day, d -> new ArrayList<>()).add(record);
        }
    }

    /** What is told up to and with a day. */
    List<SimulatedRecord> take(LocalDate day) {
        List<SimulatedRecord> due = new ArrayList<>();
        while (!days.isEmpty() && !days.firstKey().isAfter(day)) {
            due.addAll(days.pollFirstEntry().getValue());
        }
        return due;
    }
}
