package io.upswing.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    private final Bounds bounds = new Bounds(10);

    @ParameterizedTest
    @ValueSource(longs = {0, 10_000_000_000_000L, -10_000_000_000_000L})
    void anAmountUpToTheBoundIsTaken(long amount) {
        assertThat(bounds.amount("amount", amount)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000_000_000_001L, -10_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE})
    void anAmountBeyondTheBoundIsRefusedByItsValue(long amount) {
        assertThat(bounds.amount("amount", amount)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.AMOUNT_OUT_OF_BOUNDS);
            assertThat(refusal.detail()).contains("amount", Long.toString(amount));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01", "2100-12-31"})
    void aDateOfTheYears1990To2100IsTakenWhereNoWatermarkSaysWhatIsAhead(String date) {
        assertThat(bounds.date("created", Days.of(date), Days.BEFORE_ALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989-12-31", "2101-01-01"})
    void aDateOutsideTheseYearsIsRefused(String date) {
        int day = Days.of(date);

        assertThat(bounds.date("created", day, Days.BEFORE_ALL)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.DATE_OUT_OF_BOUNDS);
            assertThat(refusal.detail()).contains("created", Integer.toString(day), "1990-01-01", "2100-12-31");
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aDateThatIsNoEpochDayAtAllIsRefused(long day) {
        assertThat(bounds.date("created", day, Days.BEFORE_ALL))
                .hasValueSatisfying(refusal -> assertThat(refusal.detail()).contains(Long.toString(day)));
    }

    @Test
    void aDateMayLieTheHorizonAheadOfTheRecordedDateAndNoDayMore() {
        int k = Days.of("2026-03-10");

        assertThat(bounds.date("closed", Days.of("2026-03-20"), k)).isEmpty();
        assertThat(bounds.date("closed", Days.of("2026-03-21"), k)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.DATE_OUT_OF_BOUNDS);
            assertThat(refusal.detail()).contains("closed 2026-03-21", "10 days", "2026-03-10");
        });
    }

    @Test
    void aHorizonOfNoDayIsRefused() {
        assertThatThrownBy(() -> new Bounds(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }
}
