package io.upswing.core.entity;

import io.upswing.core.source.SourceOrder;

/** A field's value and the change that set it. */
public record Versioned<T>(SourceOrder order, T value) {
    /** The later of this and a new value; of two with the same order the one that came first. */
    Versioned<T> merge(SourceOrder by, T next) {
        return by.compareTo(order) > 0 ? new Versioned<>(by, next) : this;
    }
}
