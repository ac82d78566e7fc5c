package io.upswing.producers.story;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Supplement;
import io.upswing.producers.simulator.Decline;
import io.upswing.producers.simulator.Habits;
import io.upswing.producers.simulator.Ingredient;
import io.upswing.producers.simulator.SimulatedDay;
import io.upswing.producers.simulator.SimulatedRecord;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationSettings;
import io.upswing.producers.simulator.SteadyRep;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealStatus;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rep's deals and daily work, from the simulator. */
final class SimulatedSales implements Supplement {
    /** One in whose course of luck each normal month meets its quota. */
    private static final long SEED = 1193;

    private static final int WINS = 24;
    /** Win share, cycle and amounts as those of the sample's reps on average. */
    private static final Habits HABITS = new Habits(14, 45, 1_700, 5);

    private static final double FALLEN = 0.3;
    private static final double RECOVERING = 0.7;
    /** No cycle is longer: so what is open on the last day is planned too. */
    private static final int LONGEST_CYCLE = 120;

    private final Map<LocalDate, List<ImportRecord>> days;

    private SimulatedSales(Map<LocalDate, List<ImportRecord>> days) {
        this.days = days;
    }

    static SimulatedSales of(ZoneId zone, Currency currency) {
        List<SimulatedDay> simulated =
                new Simulation(settings(zone, currency)).days().toList();
        Set<String> closedTooEarly = simulated.stream()
                .filter(day -> day.day().isBefore(DemoStory.FIRST_CLOSE))
                .flatMap(day -> day.records().stream())
                .filter(SimulatedSales::isClose)
                .map(SimulatedRecord::key)
                .collect(Collectors.toSet());
        Map<LocalDate, List<ImportRecord>> days = new HashMap<>();
        simulated.forEach(day -> days.put(
                day.day(),
                day.records().stream()
                        .filter(record -> !closedTooEarly.contains(record.key()))
                        .flatMap(record -> told(record).stream())
                        .toList()));
        return new SimulatedSales(days);
    }

    /** The simulator's own organization, of one rep, does nothing. */
    private static SimulationSettings settings(ZoneId zone, Currency currency) {
        int days = (int) ChronoUnit.DAYS.between(DemoStory.FIRST_DAY, DemoStory.LAST_DAY) + 1 + LONGEST_CYCLE;
        SimulationSettings settings = new SimulationSettings(
                SEED,
                DemoStory.FIRST_DAY,
                days,
                1,
                1,
                1,
                zone,
                currency,
                Month.JANUARY,
                0,
                0,
                Stream.of(Ingredient.values()).collect(Collectors.toMap(each -> each, each -> 0.0)),
                List.of(),
                List.of());
        return settings.with(new SteadyRep(DemoStory.REP, WINS, Optional.of(HABITS)))
                .with(closing(DemoStory.FALL, DemoStory.RECOVERY, FALLEN))
                .with(closing(DemoStory.RECOVERY, DemoStory.RECOVERED, RECOVERING));
    }

    private static Decline closing(LocalDate from, LocalDate end, double factor) {
        return new Decline(DemoStory.REP, from, end.minusDays(1), factor, Decline.Kind.CLOSING);
    }

    private static boolean isClose(SimulatedRecord record) {
        return record.value() instanceof DealEvent event
                && event.getChange() instanceof DealPatch patch
                && (patch.getStatus() == DealStatus.WON || patch.getStatus() == DealStatus.LOST);
    }

    /** Who the rep is, the story says itself; and of coaching and training there is only what it tells. */
    private static Optional<ImportRecord> told(SimulatedRecord record) {
        return switch (record.value()) {
            case DealEvent event -> Optional.of(new ImportRecord.OfDeal(record.key(), fromSimulator(event)));
            case ActivityEvent event
            when !isLearning(event) -> Optional.of(new ImportRecord.OfActivity(record.key(), fromSimulator(event)));
            default -> Optional.empty();
        };
    }

    /** As the sample's CRM, this one does not say when deals are expected to close. */
    private static DealEvent fromSimulator(DealEvent event) {
        if (event.getChange() instanceof DealPatch patch) {
            patch.setExpectedClose(null);
        }
        return new DealEvent(
                event.getEventId(),
                DemoStory.SOURCE,
                event.getSourceVersion(),
                event.getOccurredAt(),
                event.getChange());
    }

    private static ActivityEvent fromSimulator(ActivityEvent event) {
        return new ActivityEvent(
                event.getEventId(),
                DemoStory.SOURCE,
                event.getSourceVersion(),
                event.getOccurredAt(),
                event.getChange());
    }

    private static boolean isLearning(ActivityEvent event) {
        return event.getChange() instanceof ActivityState state
                && (state.getKind() == ActivityKind.COACHING || state.getKind() == ActivityKind.TRAINING);
    }

    @Override
    public Stream<ImportRecord> records(LocalDate day) {
        return days.getOrDefault(day, List.of()).stream();
    }
}
