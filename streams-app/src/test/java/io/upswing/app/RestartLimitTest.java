package io.upswing.app;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.stores.ChangedSettingsException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class RestartLimitTest {
    private final AtomicLong now = new AtomicLong();
    private final RestartLimit limit = new RestartLimit(now::get);

    @Test
    void aThreadThatFailsNowAndThenIsReplaced() {
        for (int failure = 0; failure < 50; failure++) {
            now.addAndGet(Duration.ofMinutes(2).toNanos());

            assertThat(limit.handle(new IllegalStateException("passes"))).isEqualTo(REPLACE_THREAD);
        }
    }

    @Test
    void aFailureThatComesAgainAndAgainEndsTheInstance() {
        for (int failure = 0; failure < 10; failure++) {
            assertThat(limit.handle(new IllegalStateException("stays"))).isEqualTo(REPLACE_THREAD);
        }

        assertThat(limit.handle(new IllegalStateException("stays"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void stateThatIsRefusedEndsTheInstanceAtOnce() {
        Exception refused = new ChangedSettingsException(
                "store", new TreeMap<>(Map.of("key", "then")), new TreeMap<>(Map.of("key", "now")));

        assertThat(limit.handle(new StreamsException("failed to initialize", refused)))
                .isEqualTo(SHUTDOWN_CLIENT);
    }
}
