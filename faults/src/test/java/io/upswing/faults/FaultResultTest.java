package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultResultTest {
    private static final LocalDate LAST = LocalDate.of(2024, 2, 24);

    private static FaultResult at(LocalDate openDay, String... differences) {
        return new FaultResult(1, 1, Fault.KILL_APP, openDay, LAST, Duration.ZERO, List.of(differences));
    }

    @Test
    void aFaultWhileTheLastDayIsOpenCameInTimeAndOneAfterItDidNot() {
        assertThat(at(LAST).cameTooLate()).isFalse();
        assertThat(at(LAST).verdict()).isEqualTo("equal");
        assertThat(at(LAST.plusDays(1)).cameTooLate()).isTrue();
        assertThat(at(LAST.plusDays(1)).verdict()).isEqualTo("equal, came too late");
        assertThat(at(LAST, "lacks export a").verdict()).isEqualTo("DIFFERENT");
    }
}
