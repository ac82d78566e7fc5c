package io.upswing.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which fault comes when: drawn from a seed. */
final class Schedule {
    /** So many that rules can be judged, plans run, and rolling windows are full. */
    private static final int DAYS_BEFORE_THE_FIRST_FAULT = 45;
    /** Several commits long on any machine, so that a moment falls between others and others in the middle of one. */
    private static final int DAYS_PER_FAULT = 10;

    private static final int MOST_MS_AFTER = 400;
    /** Longer than a session, which lasts {@link Site#SESSION}; at times longer than a transaction may take, 10 s. */
    private static final int LEAST_MS_AWAY = 5_000;

    /** No process is held or away for longer. */
    static final Duration LONGEST_AWAY = Duration.ofSeconds(13);

    private final LocalDate first;
    private final FaultSettings settings;

    Schedule(LocalDate first, FaultSettings settings) {
        this.first = first;
        this.settings = settings;
    }

    /** How many days the load must have. */
    int days() {
        return DAYS_BEFORE_THE_FIRST_FAULT + settings.faults() * DAYS_PER_FAULT;
    }

    /**
     * The legs of one run; their days are the same in each, faults and moments are not.
     *
     * @param run a number that goes into what is drawn
     */
    List<Leg> legs(int run) {
        Random random = new Random(settings.seed() * 31 + run);
        List<Fault> faults = faults(random);
        List<Leg> legs = new ArrayList<>();
        LocalDate last = first.plusDays(DAYS_BEFORE_THE_FIRST_FAULT - 1);
        legs.add(new Leg(0, last, Optional.empty()));
        for (Fault fault : faults) {
            Leg.Moment moment = new Leg.Moment(
                    fault,
                    last.plusDays(2 + random.nextInt(DAYS_PER_FAULT / 2)),
                    Duration.ofMillis(random.nextInt(MOST_MS_AFTER)),
                    random.nextInt(Integer.MAX_VALUE),
                    Duration.ofMillis(random.nextInt(LEAST_MS_AWAY, (int) LONGEST_AWAY.toMillis())));
            last = last.plusDays(DAYS_PER_FAULT);
            legs.add(new Leg(legs.size(), last, Optional.of(moment)));
        }
        return legs;
    }

    private List<Fault> faults(Random random) {
        List<Fault> faults = new ArrayList<>();
        while (faults.size() < settings.faults()) {
            List<Fault> round = new ArrayList<>(settings.kinds());
            Collections.shuffle(round, random);
            faults.addAll(round);
        }
        return faults.subList(0, settings.faults());
    }
}
