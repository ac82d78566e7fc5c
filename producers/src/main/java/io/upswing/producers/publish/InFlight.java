package io.upswing.producers.publish;

import io.upswing.producers.publish.PublishException.NoRoom;
import io.upswing.producers.publish.PublishException.NotAcknowledged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The records on their way, of which there is room for so many and no more.
 *
 * <p>A record takes as much room as it has bytes, but at least its share if all records had the same size; so one bound keeps
 * both. The room is given out in the order of asking, so that a large record is not passed by small ones for ever.
 */
final class InFlight {
    private final PublisherSettings settings;
    private final int share;
    private final int whole;
    private final Semaphore room;
    private final Set<Sending> sendings = ConcurrentHashMap.newKeySet();
    private final Failures failures = new Failures();

    InFlight(PublisherSettings settings) {
        this.settings = settings;
        share = settings.maxBytes() / settings.maxRecords();
        whole = share * settings.maxRecords();
        room = new Semaphore(whole, true);
    }

    /** One record on its way. */
    final class Sending {
        private final SourceEvent<?> event;
        private final int taken;
        private final CompletableFuture<Place> place = new CompletableFuture<>();

        private Sending(SourceEvent<?> event, int taken) {
            this.event = event;
            this.taken = taken;
        }

        /** Known when it has arrived. */
        CompletableFuture<Place> place() {
            return place;
        }

        /** It has arrived. */
        void arrived(Place at) {
            if (leave()) {
                place.complete(at);
            }
        }

        /** It won't arrive, or nobody knows. */
        void failed(Exception cause) {
            if (leave()) {
                NotAcknowledged failure = new NotAcknowledged(event, cause);
                failures.add(event, failure);
                place.completeExceptionally(failure);
            }
        }

        /** It was never sent, as the caller is told otherwise. */
        void withdrawn() {
            boolean unused = leave();
        }

        private boolean leave() {
            boolean left = sendings.remove(this);
            if (left) {
                room.release(taken);
            }
            return left;
        }
    }

    /**
     * Waits for room and takes it.
     *
     * @throws NoRoom if there is none in time
     * @throws InterruptException if the thread is interrupted meanwhile, which it then still is
     */
    Sending enter(SourceEvent<?> event, int bytes) {
        // A record larger than all the room goes alone.
        int taken = Math.clamp(bytes, share, whole);
        if (!await(taken)) {
            throw new NoRoom(event, settings);
        }
        Sending sending = new Sending(event, taken);
        sendings.add(sending);
        return sending;
    }

    private boolean await(int taken) {
        try {
            Optional<Duration> limit = settings.roomLimit();
            if (limit.isPresent()) {
                return room.tryAcquire(taken, limit.get().toNanos(), TimeUnit.NANOSECONDS);
            }
            room.acquire(taken);
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Gives up all that is on its way. */
    void abandon(Exception cause) {
        List.copyOf(sendings).forEach(sending -> sending.failed(cause));
    }

    /** What failed since it was last asked for. */
    Failures failures() {
        return failures;
    }
}
