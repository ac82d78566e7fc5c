package io.upswing.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationZoneTest {
    private final OrganizationZone copenhagen = new OrganizationZone(ZoneId.of("Europe/Copenhagen"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 24",
        "2026-03-29, 23",
        "2026-03-30, 24",
        "2026-10-24, 24",
        "2026-10-25, 25",
        "2026-10-26, 24"
    })
    void aDayHasTheHoursThatTheZoneGivesIt(String date, int hours) {
        int day = Days.of(date);

        Duration length = Duration.between(copenhagen.endOf(day - 1), copenhagen.endOf(day));

        assertThat(length).isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({
        // 23:30 local, the evening before the clocks change and the evening after
        "2026-03-28T22:30:00Z, 2026-03-28",
        "2026-03-29T21:30:00Z, 2026-03-29",
        "2026-10-24T21:30:00Z, 2026-10-24",
        "2026-10-25T22:30:00Z, 2026-10-25",
        // 00:30 local
        "2026-03-28T23:30:00Z, 2026-03-29",
        "2026-10-24T22:30:00Z, 2026-10-25",
        // 02:30 local, which comes twice in October: in summer time, then in winter time
        "2026-10-25T00:30:00Z, 2026-10-25",
        "2026-10-25T01:30:00Z, 2026-10-25"
    })
    void anInstantBelongsToItsLocalDay(Instant instant, String date) {
        int day = copenhagen.dayOf(instant);

        assertThat(Days.text(day)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 2026-03-29T22:00:00Z", "2026-10-25, 2026-10-25T23:00:00Z"})
    void theEndOfADayIsTheFirstInstantOfTheNext(String date, Instant end) {
        int day = Days.of(date);

        assertThat(copenhagen.endOf(day)).isEqualTo(end);
        assertThat(copenhagen.dayOf(end)).isEqualTo(day + 1);
        assertThat(copenhagen.dayOf(end.minusNanos(1))).isEqualTo(day);
    }

    @Test
    void aDayThatBeginsAfterMidnightEndsWhereTheNextBegins() {
        OrganizationZone beirut = new OrganizationZone(ZoneId.of("Asia/Beirut"));
        int day = Days.of("2026-03-28");

        Instant end = beirut.endOf(day);

        assertThat(end.atZone(beirut.zone()).toLocalDateTime()).isEqualTo("2026-03-29T01:00:00");
        assertThat(beirut.dayOf(end)).isEqualTo(day + 1);
    }
}
