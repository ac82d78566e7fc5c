package io.upswing.core.entity;

import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import java.util.Optional;

/**
 * Who spoke of an entity last, and whether something was missed.
 *
 * @param source    of the latest change; empty where none has spoken
 * @param lastWhole the latest whole state
 * @param lastGap   the latest gap
 */
public record Spoken(Versioned<String> source, Optional<SourceOrder> lastWhole, Optional<SourceOrder> lastGap) {
    /** No one has spoken. */
    public static final Spoken NEVER = new Spoken(Versioned.unset(""), Optional.empty(), Optional.empty());

    /** Whether changes were missed since the last whole state. */
    boolean hasGap() {
        return lastGap.isPresent() && (lastWhole.isEmpty() || lastGap.get().compareTo(lastWhole.get()) > 0);
    }

    Spoken whole(SourceOrder order, String by) {
        return new Spoken(source.merge(order, by), later(lastWhole, order), lastGap);
    }

    Spoken part(SourceOrder order, String by) {
        return new Spoken(source.merge(order, by), lastWhole, lastGap);
    }

    Spoken gap(SourceOrder order, String by) {
        return new Spoken(source.merge(order, by), lastWhole, later(lastGap, order));
    }

    private static Optional<SourceOrder> later(Optional<SourceOrder> known, SourceOrder order) {
        return known.isPresent() && known.get().compareTo(order) >= 0 ? known : Optional.of(order);
    }
}
