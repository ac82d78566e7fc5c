package io.upswing.producers.publish;

import io.upswing.producers.publish.PublishException.EventsFailed;
import io.upswing.producers.publish.PublishException.NotAcknowledged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events that failed and were not told of yet: all counted, the first ones kept. */
final class Failures {
    private static final int KEPT = 100;

    private final List<SourceEvent<?>> first = new ArrayList<>();
    private Optional<NotAcknowledged> cause = Optional.empty();
    private long count;

    synchronized void add(SourceEvent<?> event, NotAcknowledged failure) {
        if (count == 0) {
            cause = Optional.of(failure);
        }
        if (first.size() < KEPT) {
            first.add(event);
        }
        count++;
    }

    /** Tells of them, once. */
    synchronized Optional<EventsFailed> take() {
        Optional<EventsFailed> told = cause.map(failure -> new EventsFailed(count, first, failure));
        first.clear();
        cause = Optional.empty();
        count = 0;
        return told;
    }
}
