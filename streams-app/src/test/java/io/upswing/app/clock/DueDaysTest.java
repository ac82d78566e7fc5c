package io.upswing.app.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.time.OrganizationZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DueDaysTest {
    private static final DueDays COPENHAGEN = days("Europe/Copenhagen", Duration.ZERO);

    @Test
    void aDayIsDueAtItsEndInTheOrganizationsZoneAndNotBefore() {
        LocalDate day = LocalDate.of(2026, 7, 1);

        assertThat(COPENHAGEN.last(Instant.parse("2026-07-01T21:59:59.999Z"))).isEqualTo(day.minusDays(1));
        assertThat(COPENHAGEN.last(Instant.parse("2026-07-01T22:00:00Z"))).isEqualTo(day);
    }

    @Test
    void aDayOf23HoursEndsAnHourEarlier() {
        LocalDate day = LocalDate.of(2026, 3, 29);

        assertThat(COPENHAGEN.last(Instant.parse("2026-03-28T23:00:00Z"))).isEqualTo(day.minusDays(1));
        assertThat(COPENHAGEN.last(Instant.parse("2026-03-29T21:59:59.999Z"))).isEqualTo(day.minusDays(1));
        assertThat(COPENHAGEN.last(Instant.parse("2026-03-29T22:00:00Z"))).isEqualTo(day);
    }

    @Test
    void aDayOf25HoursEndsAnHourLater() {
        LocalDate day = LocalDate.of(2026, 10, 25);

        assertThat(COPENHAGEN.last(Instant.parse("2026-10-24T22:00:00Z"))).isEqualTo(day.minusDays(1));
        assertThat(COPENHAGEN.last(Instant.parse("2026-10-25T22:59:59.999Z"))).isEqualTo(day.minusDays(1));
        assertThat(COPENHAGEN.last(Instant.parse("2026-10-25T23:00:00Z"))).isEqualTo(day);
    }

    @Test
    void aDealAtHalfPastElevenInTheEveningBelongsToADayThatIsStillOpen() {
        ZoneId zone = ZoneId.of("Europe/Copenhagen");
        for (LocalDate day : new LocalDate[] {LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25)}) {
            Instant evening = day.atTime(23, 30).atZone(zone).toInstant();

            assertThat(COPENHAGEN.last(evening)).isEqualTo(day.minusDays(1));
            assertThat(COPENHAGEN.last(evening.plus(Duration.ofMinutes(30)))).isEqualTo(day);
        }
    }

    @Test
    void graceIsTimeThatPassesNotTimeOfDay() {
        DueDays fourHours = days("Europe/Copenhagen", Duration.ofHours(4));
        LocalDate saturday = LocalDate.of(2026, 3, 28);

        assertThat(fourHours.last(Instant.parse("2026-03-29T02:59:59.999Z"))).isEqualTo(saturday.minusDays(1));
        assertThat(fourHours.last(Instant.parse("2026-03-29T03:00:00Z"))).isEqualTo(saturday);
    }

    @Test
    void daysMissedAreDueInOrder() {
        LocalDate closed = LocalDate.of(2026, 3, 27);

        assertThat(COPENHAGEN.after(closed, Instant.parse("2026-03-31T00:00:00Z")))
                .containsExactly(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30));
    }

    @Test
    void nothingIsDueTwiceOrWhenTheBrokersTimeHasGoneBack() {
        LocalDate closed = LocalDate.of(2026, 3, 30);

        assertThat(COPENHAGEN.after(closed, Instant.parse("2026-03-31T21:00:00Z")))
                .isEmpty();
        assertThat(COPENHAGEN.after(closed, Instant.parse("2026-03-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void aDateThatAZoneSkippedIsClosedTogetherWithTheDayBefore() {
        DueDays apia = days("Pacific/Apia", Duration.ZERO);
        LocalDate skipped = LocalDate.of(2011, 12, 30);

        assertThat(apia.last(Instant.parse("2011-12-30T09:59:59Z"))).isEqualTo(skipped.minusDays(2));
        assertThat(apia.last(Instant.parse("2011-12-30T10:00:00Z"))).isEqualTo(skipped);
    }

    @Test
    void itAgreesWithTheEndOfEachDayAllYearLong() {
        Duration grace = Duration.ofMinutes(15);
        for (String id :
                new String[] {"Europe/Copenhagen", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe"}) {
            OrganizationZone zone = new OrganizationZone(ZoneId.of(id));
            DueDays days = new DueDays(zone, grace);
            for (LocalDate day = LocalDate.of(2016, 1, 1); day.getYear() < 2020; day = day.plusDays(1)) {
                Instant due = zone.endOf(Math.toIntExact(day.toEpochDay())).plus(grace);

                assertThat(days.last(due)).isEqualTo(day);
                assertThat(days.last(due.minusMillis(1))).isEqualTo(day.minusDays(1));
            }
        }
    }

    private static DueDays days(String zone, Duration grace) {
        return new DueDays(new OrganizationZone(ZoneId.of(zone)), grace);
    }
}
