package io.upswing.app.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final TopicPartition DEALS_0 = new TopicPartition("deals", 0);
    private static final TopicPartition DEALS_1 = new TopicPartition("deals", 1);
    private static final TopicPartition REPS_0 = new TopicPartition("reps", 0);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void theSlowestPartitionDecidesWhichDayComesNext() {
        assertThat(progress(2, 0, 1).lowest()).isEqualTo(DAY);
    }

    @Test
    void aPartitionThatIsAheadIsLeftOutUntilTheOthersHaveCaughtUp() {
        Progress progress = progress(2, 0, 1);

        assertThat(progress.lacking(DAY.plusDays(1))).containsExactly(DEALS_1);
        assertThat(progress.with(DAY.plusDays(1)).lacking(DAY.plusDays(2))).containsExactly(DEALS_1, REPS_0);
        assertThat(progress.with(DAY.plusDays(1)).with(DAY.plusDays(2)).lacking(DAY.plusDays(3)))
                .containsExactly(DEALS_0, DEALS_1, REPS_0);
    }

    @Test
    void noPartitionEverGoesBack() {
        assertThat(progress(2, 0, 1).with(DAY.plusDays(1)).last())
                .containsOnly(
                        Map.entry(DEALS_0, DAY.plusDays(2)),
                        Map.entry(DEALS_1, DAY.plusDays(1)),
                        Map.entry(REPS_0, DAY.plusDays(1)));
    }

    @Test
    void withoutPartitionsThereIsNoProgress() {
        assertThatThrownBy(() -> new Progress(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Progress progress(int deals0, int deals1, int reps0) {
        return new Progress(
                Map.of(DEALS_0, DAY.plusDays(deals0), DEALS_1, DAY.plusDays(deals1), REPS_0, DAY.plusDays(reps0)));
    }
}
