package io.upswing.producers.simulator;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A series of random draws. Made of nothing but 64-bit words and {@link StrictMath}, so that it is the same on every machine
 * and Java version.
 */
final class Draws {
    /** Makes series that depend on nothing but a seed, what they are for, and whom they are about. */
    record Seeds(long seed) {
        private static final long FNV_OFFSET = 0xcbf29ce484222325L;
        private static final long FNV_PRIME = 0x100000001b3L;

        Draws of(String purpose, String id) {
            return new Draws(hash(hash(FNV_OFFSET ^ seed, purpose) * FNV_PRIME, id));
        }

        private static long hash(long start, String text) {
            long hash = start;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            return hash;
        }
    }

    private static final double ULP = 0x1.0p-53;

    private final SplittableRandom source;

    private Draws(long seed) {
        source = new SplittableRandom(seed);
    }

    long word() {
        return source.nextLong();
    }

    /** From 0 to below 1. */
    double uniform() {
        return (word() >>> 11) * ULP;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** From {@code first} to {@code last}, both possible. */
    int between(int first, int last) {
        return first + (int) (uniform() * (last - first + 1));
    }

    <T> T pick(List<T> list) {
        return list.get(between(0, list.size() - 1));
    }

    /** Mean 0, deviation 1. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Half of the values lie below the median; {@code sigma} is the deviation of the logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** How often something happens that happens {@code mean} times on average; for means up to some hundred. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }
}
