package io.upswing.producers.csv;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Merged;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a deal or an activity last: by source version, then by when it occurred, then by event id, as stages
 * order changes.
 *
 * @param order where it stands
 * @param gone whether it was deleted, or merged into another
 * @param bySource whether the source in question has said anything of it
 */
record LastChange(Order order, boolean gone, boolean bySource) {
    /**
     * A place among the changes of one deal or activity.
     *
     * @param version none sorts before every version
     */
    record Order(Optional<Long> version, Instant occurredAt, String eventId) implements Comparable<Order> {
        private static final Comparator<Order> ORDER = Comparator.<Order>comparingLong(
                        order -> order.version().orElse(Long.MIN_VALUE))
                .thenComparing(Order::occurredAt)
                .thenComparing(Order::eventId);

        @Override
        public int compareTo(Order other) {
            return ORDER.compare(this, other);
        }
    }

    static LastChange of(DealEvent event, String source) {
        return of(
                event.getEventId(),
                event.getSource(),
                event.getSourceVersion(),
                event.getOccurredAt(),
                event.getChange(),
                source);
    }

    static LastChange of(ActivityEvent event, String source) {
        return of(
                event.getEventId(),
                event.getSource(),
                event.getSourceVersion(),
                event.getOccurredAt(),
                event.getChange(),
                source);
    }

    private static LastChange of(
            String eventId,
            @Nullable String of,
            @Nullable Long version,
            Instant occurredAt,
            Object change,
            String source) {
        return new LastChange(
                new Order(Optional.ofNullable(version), occurredAt, eventId),
                change instanceof Deleted || change instanceof Merged,
                Objects.equals(of, source));
    }

    /** The later of two. */
    LastChange and(LastChange other) {
        LastChange later = other.order.compareTo(order) > 0 ? other : this;
        return new LastChange(later.order, later.gone, bySource || other.bySource);
    }
}
