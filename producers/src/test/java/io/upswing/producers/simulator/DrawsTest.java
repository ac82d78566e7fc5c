package io.upswing.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final Draws.Seeds SEEDS = new Draws.Seeds(42);
    private static final int MANY = 20_000;

    /** On another machine, or a later Java, they must be the same. */
    @Test
    void theFirstDrawsAreTheseEverywhere() {
        Draws draws = SEEDS.of("deals", "r001");

        assertThat(draws.word()).isEqualTo(-8817736390579994266L);
        assertThat(draws.uniform()).isEqualTo(0.007442045880090009);
        assertThat(draws.normal()).isEqualTo(-0.23248059790984954);
        assertThat(draws.logNormal(100, 0.5)).isEqualTo(34.07903104259509);
    }

    @Test
    void seedPurposeAndIdTellSeriesApart() {
        assertThat(SEEDS.of("a", "b").word())
                .isNotEqualTo(SEEDS.of("a", "c").word())
                .isNotEqualTo(SEEDS.of("c", "b").word())
                .isNotEqualTo(SEEDS.of("ab", "").word())
                .isNotEqualTo(new Draws.Seeds(43).of("a", "b").word());
    }

    @Test
    void momentsAreWhatTheDistributionsSay() {
        Draws draws = SEEDS.of("moments", "");

        double normal =
                DoubleStream.generate(draws::normal).limit(MANY).average().orElseThrow();
        double square = DoubleStream.generate(draws::normal)
                .limit(MANY)
                .map(x -> x * x)
                .average()
                .orElseThrow();
        double poisson = IntStream.generate(() -> draws.poisson(2.5))
                .limit(MANY)
                .average()
                .orElseThrow();
        long below = DoubleStream.generate(() -> draws.logNormal(40, 0.7))
                .limit(MANY)
                .filter(x -> x < 40)
                .count();

        assertThat(normal).isBetween(-0.03, 0.03);
        assertThat(square).isBetween(0.95, 1.05);
        assertThat(poisson).isBetween(2.45, 2.55);
        assertThat((double) below / MANY).isBetween(0.485, 0.515);
    }

    @Test
    void bothEndsOfARangeArePossible() {
        Draws draws = SEEDS.of("range", "");

        assertThat(IntStream.generate(() -> draws.between(-1, 1))
                        .limit(100)
                        .distinct()
                        .sorted())
                .containsExactly(-1, 0, 1);
    }
}
