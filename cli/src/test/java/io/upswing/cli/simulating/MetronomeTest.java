package io.upswing.cli.simulating;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.producers.simulator.Pace;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetronomeTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-SECOND / 3);
    private final Metronome twicePerSecond = new Metronome(2, now::get, now::addAndGet);

    @Test
    void recordsAreDueAtEvenIntervalsFromTheFirstOn() {
        long start = now.get();

        twicePerSecond.await(0);
        long first = now.get();
        twicePerSecond.await(1);
        long second = now.get();
        twicePerSecond.await(20);

        assertThat(first).isEqualTo(start);
        assertThat(second - start).isEqualTo(SECOND / 2);
        assertThat(now.get() - start).isEqualTo(10 * SECOND);
    }

    @Test
    void whatWasHeldUpIsMadeUpFor() {
        twicePerSecond.await(0);
        now.addAndGet(3 * SECOND);
        long late = now.get();

        twicePerSecond.await(5);

        assertThat(now.get()).isEqualTo(late);
    }

    @Test
    void aTransactionHoldsAboutASecondAndNeverTooMuch() {
        assertThat(new Metronome(0.1, now::get, now::addAndGet).recordsPerTransaction())
                .isEqualTo(1);
        assertThat(twicePerSecond.recordsPerTransaction()).isEqualTo(2);
        assertThat(Metronome.of(1e9).recordsPerTransaction()).isEqualTo(Pace.FASTEST.recordsPerTransaction());
    }
}
