package io.upswing.core.source;

/** A field's value and the change that set it. */
public record Versioned<T>(SourceOrder order, T value) {
    /** Sorts before every change. */
    public static final SourceOrder NEVER = new SourceOrder(SourceOrder.UNVERSIONED, Long.MIN_VALUE, "");

    /** A field that no change has set. */
    public static <T> Versioned<T> unset(T nothing) {
        return new Versioned<>(NEVER, nothing);
    }

    /** The later of this and a new value; of two with the same order the one that came first. */
    public Versioned<T> merge(SourceOrder by, T next) {
        return by.compareTo(order) > 0 ? new Versioned<>(by, next) : this;
    }
}
