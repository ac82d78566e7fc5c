package io.upswing.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.core.time.Watermarks.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    private static final Source ORG = new Source("org", 3);

    private final Watermarks watermarks = new Watermarks(List.of(new Input("facts", true), new Input("org", false)));

    private static Source facts(int partition) {
        return new Source("facts", partition);
    }

    @Test
    void theRecordedDateIsTheDayAfterTheHighestWatermarkOfTheSameSource() {
        watermarks.say(ORG, 9, 1);
        watermarks.say(facts(0), 4, 2);

        assertThat(watermarks.recordedDate(ORG)).isEqualTo(10);
        assertThat(watermarks.recordedDate(facts(0))).isEqualTo(5);
        assertThat(watermarks.recordedDate(facts(1))).isEqualTo(Days.BEFORE_ALL);
    }

    @Test
    void aDoubledOrOldWatermarkIsNoNews() {
        assertThat(watermarks.say(ORG, 9, 1)).isTrue();

        assertThat(watermarks.say(ORG, 9, 1)).isFalse();
        assertThat(watermarks.say(ORG, 7, 1)).isFalse();

        assertThat(watermarks.recordedDate(ORG)).isEqualTo(10);
        assertThat(watermarks.spans()).containsExactly(entry(ORG, new Span(9, 9, 1)));
    }

    @Test
    void aFanInIsCompleteWhenAsManyPartitionsHaveSpokenAsEachSaysThereAre() {
        watermarks.say(ORG, 9, 1);
        assertThat(watermarks.complete()).isFalse();

        watermarks.say(facts(1), 9, 2);
        assertThat(watermarks.complete()).isFalse();
        watermarks.say(facts(1), 10, 2);
        assertThat(watermarks.complete()).isFalse();

        watermarks.say(facts(0), 9, 2);
        assertThat(watermarks.complete()).isTrue();
    }

    @Test
    void theFirstDayIsTheLowestFirstWatermarkAndNotTheLowestNow() {
        watermarks.say(ORG, 9, 1);
        watermarks.say(facts(0), 5, 1);
        watermarks.say(facts(0), 12, 1);

        assertThat(watermarks.lowestFirst()).isEqualTo(5);
        assertThat(watermarks.lowest()).isEqualTo(9);
    }

    @Test
    void whoHoldsADayIsNamed() {
        watermarks.say(facts(0), 12, 3);
        watermarks.say(facts(1), 11, 3);

        assertThat(watermarks.holding(12))
                .containsExactly("facts/1", "facts (no first watermark yet)", "org (no first watermark yet)");
    }

    @Test
    void aStateIsTakenBack() {
        watermarks.say(ORG, 9, 1);
        watermarks.say(facts(0), 5, 2);

        Watermarks again = new Watermarks(List.of(new Input("facts", true), new Input("org", false)));
        again.restore(watermarks.spans());

        assertThat(again.spans()).isEqualTo(watermarks.spans());
        assertThat(again.complete()).isFalse();
        assertThat(again.say(facts(1), 6, 2)).isTrue();
        assertThat(again.complete()).isTrue();
    }

    @Test
    void anUnknownInputIsRefusedByName() {
        assertThatThrownBy(() -> watermarks.say(new Source("rules", 0), 9, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rules");
    }
}
