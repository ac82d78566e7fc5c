package io.upswing.app.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void pausesDoubleUpToAMinute() {
        Duration interval = Duration.ofSeconds(30);

        assertThat(Backoff.after(1, interval)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(2, interval)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.after(6, interval)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Backoff.after(7, interval)).isEqualTo(Backoff.LONGEST);
        assertThat(Backoff.after(Integer.MAX_VALUE, interval)).isEqualTo(Backoff.LONGEST);
    }

    @Test
    void theFirstPauseIsNoLongerThanTheInterval() {
        assertThat(Backoff.after(1, Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(100));
    }
}
