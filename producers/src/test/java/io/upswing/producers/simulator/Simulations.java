package io.upswing.producers.simulator;

import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Simulations for tests, and what they say. */
final class Simulations {
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private Simulations() {}

    /** 20 reps in four teams and two regions, for half a year. */
    static SimulationSettings small(long seed) {
        return SimulationSettings.usual(seed, ZONE, Currency.getInstance("EUR"))
                .of(20, 4, 2)
                .over(FIRST, 180);
    }

    static TopicCatalogue topics() {
        return TopicCatalogue.withDefaults(
                SerdeFactory.avro(Map.of("schema.registry.url", "mock://" + Simulations.class.getName())));
    }

    /** What is told, with the day and every byte of it, in order. */
    static List<String> log(SimulationSettings settings) {
        return log(settings, record -> true);
    }

    /** The part of it that is told of some. */
    static List<String> log(SimulationSettings settings, Predicate<SimulatedRecord> some) {
        List<String> log = new ArrayList<>();
        try (TopicCatalogue topics = topics()) {
            new Simulation(settings)
                    .days()
                    .forEach(day -> day.records().stream()
                            .filter(some)
                            .forEach(record -> log.add(day.day() + " " + record.key() + " "
                                    + record.topic(topics).name() + " "
                                    + HexFormat.of().formatHex(record.serialized(topics)) + " " + record.damage())));
        }
        return log;
    }

    /** The rep from whom a deal, an activity or an org record comes: ids begin with it. */
    static boolean isOf(SimulatedRecord record, String rep) {
        String key = record.key();
        return key.equals(rep) || key.startsWith(rep + "-") || key.equals("rep:" + rep);
    }

    static List<SimulatedRecord> records(SimulationSettings settings) {
        List<SimulatedRecord> records = new ArrayList<>();
        new Simulation(settings).days().forEach(day -> records.addAll(day.records()));
        return records;
    }
}
