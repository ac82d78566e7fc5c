package io.upswing.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceOrderTest {
    @Test
    void theVersionDecidesThenTheTimeThenTheEventId() {
        assertThat(new SourceOrder(2, 0, "a")).isGreaterThan(new SourceOrder(1, 9, "z"));
        assertThat(new SourceOrder(1, 9, "a")).isGreaterThan(new SourceOrder(1, 0, "z"));
        assertThat(new SourceOrder(1, 9, "b")).isGreaterThan(new SourceOrder(1, 9, "a"));
        assertThat(new SourceOrder(1, 9, "a")).isEqualByComparingTo(new SourceOrder(1, 9, "a"));
    }

    @Test
    void withoutVersionsTheTimeDecidesAndAnyVersionComesLater() {
        SourceOrder early = new SourceOrder(SourceOrder.UNVERSIONED, 1, "z");
        SourceOrder late = new SourceOrder(SourceOrder.UNVERSIONED, 2, "a");

        assertThat(late).isGreaterThan(early);
        assertThat(new SourceOrder(0, 0, "a")).isGreaterThan(late);
    }
}
