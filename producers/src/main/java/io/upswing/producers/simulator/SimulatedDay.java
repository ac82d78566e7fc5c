package io.upswing.producers.simulator;

import java.time.LocalDate;
import java.util.List;

/**
 * What is told on one day.
 *
 * @param records in the order in which they are written
 */
public record SimulatedDay(LocalDate day, List<SimulatedRecord> records) {
    public SimulatedDay {
        records = List.copyOf(records);
    }
}
