package io.upswing.core.kpi;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;

/**
 * Amounts by measure key, without zeros: two equal sums are equal objects. Immutable; adding costs one pass over both.
 */
public final class Sums {
    /** Nothing. */
    public static final Sums ZERO = new Sums(new int[0], new long[0]);

    private final int[] keys;
    private final long[] amounts;

    private Sums(int[] keys, long[] amounts) {
        this.keys = keys;
        this.amounts = amounts;
    }

    /** Takes amounts by key. */
    @FunctionalInterface
    public interface Visitor {
        void amount(int key, long amount);
    }

    /** Collects amounts in any order of keys. */
    public static final class Builder {
        private int[] keys = new int[8];
        private long[] amounts = new long[8];
        private int size;

        public Builder add(Measure measure, long amount) {
            return add(measure.key(), amount);
        }

        /** Adds an amount under a key of {@link Measure}. */
        public Builder add(int key, long amount) {
            int at = Arrays.binarySearch(keys, 0, size, key);
            if (at >= 0) {
                amounts[at] = Math.addExact(amounts[at], amount);
            } else {
                insert(-at - 1, key, amount);
            }
            return this;
        }

        private void insert(int at, int key, long amount) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                amounts = Arrays.copyOf(amounts, size * 2);
            }
            System.arraycopy(keys, at, keys, at + 1, size - at);
            System.arraycopy(amounts, at, amounts, at + 1, size - at);
            keys[at] = key;
            amounts[at] = amount;
            size++;
        }

        public Sums build() {
            return trimmed(keys, amounts, size, key -> true);
        }
    }

    private static Sums trimmed(int[] keys, long[] amounts, int size, IntPredicate keep) {
        int[] k = new int[size];
        long[] a = new long[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0 && keep.test(keys[i])) {
                k[n] = keys[i];
                a[n++] = amounts[i];
            }
        }
        return n == 0 ? ZERO : new Sums(Arrays.copyOf(k, n), Arrays.copyOf(a, n));
    }

    /** All together. */
    public static Sums total(Iterable<Sums> all) {
        Builder total = new Builder();
        all.forEach(sums -> sums.forEach(total::add));
        return total.build();
    }

    public boolean isZero() {
        return keys.length == 0;
    }

    /** How many keys have an amount. */
    public int size() {
        return keys.length;
    }

    /** The amount of a measure that is no histogram. */
    public long get(Measure measure) {
        int at = Arrays.binarySearch(keys, measure.key());
        return at < 0 ? 0 : amounts[at];
    }

    /** Visits the amounts in ascending order of keys. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            visitor.amount(keys[i], amounts[i]);
        }
    }

    public Sums plus(Sums other) {
        if (other.isZero()) {
            return this;
        }
        return isZero() ? other : combined(other, Math::addExact);
    }

    public Sums minus(Sums other) {
        return other.isZero() ? this : combined(other, Math::subtractExact);
    }

    public Sums negated() {
        return ZERO.minus(this);
    }

    private Sums combined(Sums other, LongBinaryOperator exactly) {
        int[] k = new int[keys.length + other.keys.length];
        long[] a = new long[k.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length || j < other.keys.length) {
            boolean mine = j == other.keys.length || (i < keys.length && keys[i] <= other.keys[j]);
            boolean theirs = i == keys.length || (j < other.keys.length && other.keys[j] <= keys[i]);
            k[n] = mine ? keys[i] : other.keys[j];
            long amount = mine ? amounts[i++] : 0;
            a[n++] = theirs ? exactly.applyAsLong(amount, other.amounts[j++]) : amount;
        }
        return trimmed(k, a, n, key -> true);
    }

    /** The part that a window sums over its days. */
    public Sums flows() {
        return of(Measure.Kind.FLOW);
    }

    /** The part that is summed over all days. */
    public Sums balances() {
        return of(Measure.Kind.BALANCE);
    }

    private Sums of(Measure.Kind kind) {
        return only(measure -> measure.kind() == kind);
    }

    /** The part of some measures. */
    public Sums only(Predicate<Measure> which) {
        return trimmed(keys, amounts, keys.length, key -> which.test(Measure.of(key)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums && Arrays.equals(keys, sums.keys) && Arrays.equals(amounts, sums.amounts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach((key, amount) -> text.append(text.length() > 1 ? ", " : "")
                .append(Measure.of(key))
                .append(Measure.bucket(key) == 0 ? "" : "[" + Measure.bucket(key) + "]")
                .append('=')
                .append(amount));
        return text.append('}').toString();
    }
}
