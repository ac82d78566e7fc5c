package io.upswing.producers.publish;

import java.io.Serial;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Events could not be published. Publishing them again later is harmless, and of use if {@link #retriable()} says so. */
public abstract sealed class PublishException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean retriable;

    private PublishException(String message, boolean retriable, @Nullable Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** Whether the same may succeed later as it is, without a change of event or configuration. */
    public final boolean retriable() {
        return retriable;
    }

    /** The schema registry did not answer, or did not let us in, and had to be asked: nothing was sent. */
    public static final class RegistryUnavailable extends PublishException {
        @Serial
        private static final long serialVersionUID = 1L;

        RegistryUnavailable(SourceEvent<?> event, RuntimeException cause) {
            super(event + " was not sent: " + cause.getMessage(), true, cause);
        }
    }

    /** The registry refuses the event's schema, or the event can't be written with it: nothing was sent. */
    public static final class SchemaRefused extends PublishException {
        @Serial
        private static final long serialVersionUID = 1L;

        SchemaRefused(SourceEvent<?> event, RuntimeException cause) {
            super(event + " was not sent: " + cause.getMessage(), false, cause);
        }
    }

    /** As much as may be is on its way, and stayed so for the time that the caller would wait: nothing was sent. */
    public static final class NoRoom extends PublishException {
        @Serial
        private static final long serialVersionUID = 1L;

        NoRoom(SourceEvent<?> event, PublisherSettings settings) {
            super(
                    "%s was not sent: for %s as many records (%d) or bytes (%d) as may be were on their way to the broker"
                            .formatted(
                                    event,
                                    settings.roomLimit().map(Object::toString).orElse("ever"),
                                    settings.maxRecords(),
                                    settings.maxBytes()),
                    true,
                    null);
        }
    }

    /** The broker refused an event, or did not acknowledge it in time: then it may be in the log all the same. */
    public static final class NotAcknowledged extends PublishException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotAcknowledged(SourceEvent<?> event, Exception cause) {
            super(event + " was not acknowledged: " + cause, cause instanceof RetriableException, cause);
        }
    }

    /** Events published before were not acknowledged. The cause is the first of the failures. */
    public static final class EventsFailed extends PublishException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long count;
        private final transient List<SourceEvent<?>> first; // events are no serializable classes

        EventsFailed(long count, List<SourceEvent<?>> first, NotAcknowledged cause) {
            super(
                    "%d %s not acknowledged; the first failure: %s"
                            .formatted(count, count == 1 ? "event was" : "events were", cause.getMessage()),
                    cause.retriable(),
                    cause);
            this.count = count;
            this.first = List.copyOf(first);
        }

        /** How many events failed. */
        public long count() {
            return count;
        }

        /** The first of them, at most 100, to be published again. */
        public List<SourceEvent<?>> first() {
            return first;
        }
    }
}
