package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final List<Fault> KINDS = Fault.TOGETHER;

    private static Schedule schedule(long seed, int faults) {
        return new Schedule(FIRST, new FaultSettings(seed, faults, KINDS, List.of(1, 2), Path.of("unused")));
    }

    private static List<Leg> faults(Schedule schedule, int run) {
        List<Leg> legs = schedule.legs(run);
        return legs.subList(1, legs.size());
    }

    @Test
    void theFirstLegIsUndisturbedAndEachOtherHasAFaultWithinItsDays() {
        Schedule schedule = schedule(1, 20);
        List<Leg> legs = schedule.legs(0);

        assertThat(legs).hasSize(21);
        assertThat(legs.getFirst().moment()).isEmpty();
        assertThat(legs.getLast().last()).isEqualTo(FIRST.plusDays(schedule.days() - 1));
        for (int i = 1; i < legs.size(); i++) {
            LocalDate before = legs.get(i - 1).last();
            assertThat(legs.get(i).number()).isEqualTo(i);
            assertThat(legs.get(i).moment().orElseThrow().day())
                    .isAfter(before.plusDays(1))
                    .isBefore(legs.get(i).last());
        }
    }

    @Test
    void eachKindComesAsOftenAsTheOthers() {
        List<Leg> legs = faults(schedule(3, 3 * KINDS.size()), 0);

        for (Fault kind : KINDS) {
            assertThat(legs)
                    .filteredOn(leg -> leg.moment().orElseThrow().fault() == kind)
                    .as(kind.id())
                    .hasSize(3);
        }
    }

    @Test
    void theSameSeedDrawsTheSameAndRunsDifferOnlyInTheirMoments() {
        assertThat(schedule(3, 10).legs(1)).isEqualTo(schedule(3, 10).legs(1));
        assertThat(schedule(3, 10).legs(1)).isNotEqualTo(schedule(4, 10).legs(1));
        assertThat(schedule(3, 10).legs(1)).isNotEqualTo(schedule(3, 10).legs(0));
        assertThat(schedule(3, 10).legs(1))
                .extracting(Leg::last)
                .isEqualTo(schedule(3, 10).legs(0).stream().map(Leg::last).toList());
    }

    @Test
    void whatIsAwayIsAwayForLongerThanASession() {
        assertThat(faults(schedule(5, 50), 0))
                .allSatisfy(
                        leg -> assertThat(leg.moment().orElseThrow().length()).isGreaterThan(Site.SESSION));
    }

    @Test
    void nothingToTryIsRefused() {
        assertThatThrownBy(() -> schedule(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FaultSettings(1, 1, List.of(), List.of(1), Path.of("unused")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FaultSettings(1, 1, KINDS, List.of(0), Path.of("unused")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
