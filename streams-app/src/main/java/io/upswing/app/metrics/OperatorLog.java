package io.upswing.app.metrics;

import io.upswing.app.intake.RawRecord;
import io.upswing.app.topology.Tasks;
import io.upswing.core.source.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Says what an operator should know, once and not for each record. No keys and values: they may be about people. */
final class OperatorLog {
    private static final long EVERY = 1000;

    private final Logger log;
    private final Map<Refusal.Reason, AtomicLong> deadLetters = new ConcurrentHashMap<>();
    private final Map<Tasks.Id, Wait> waits = new ConcurrentHashMap<>();
    /** Tasks share the way to the registry: where one has asked in vain, others wait without asking. */
    private volatile String lastFailure = "not asked yet since the start";

    private record Wait(long records, boolean said) {
        static final Wait NONE = new Wait(0, false);
    }

    OperatorLog(Logger log) {
        this.log = log;
    }

    /** The first of each reason, and then each thousandth. */
    void refused(RawRecord record, Refusal refusal) {
        long count = deadLetters
                .computeIfAbsent(refusal.reason(), reason -> new AtomicLong())
                .incrementAndGet();
        if (count == 1 || count % EVERY == 0) {
            log.warn(
                    "dead letter: {} partition {} offset {}: {} ({} with this reason since the start)",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    refusal.reason().id(),
                    count);
        }
    }

    void registryUnavailable(Tasks.Id id, Exception failure) {
        lastFailure = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        waits.compute(id, (task, before) -> said(task, before == null ? Wait.NONE : before));
    }

    void waiting(Tasks.Id id, long records) {
        waits.compute(id, (task, before) -> {
            Wait wait = new Wait(records, before != null && before.said());
            return records > 0 ? said(task, wait) : over(task, wait);
        });
    }

    /** A task has handled something: if nothing waits, its wait is over. */
    void handled(Tasks.Id id) {
        waits.computeIfPresent(id, (task, wait) -> wait.records() > 0 ? wait : over(task, wait));
    }

    void stopped(Tasks.Id id) {
        waits.remove(id);
    }

    private Wait said(Tasks.Id id, Wait wait) {
        if (!wait.said()) {
            log.warn("{}/{} waits for the schema registry: {}", id.stage(), id.partition(), lastFailure);
        }
        return new Wait(wait.records(), true);
    }

    private Wait over(Tasks.Id id, Wait wait) {
        if (wait.said()) {
            log.info("{}/{} goes on: the schema registry answers again", id.stage(), id.partition());
        }
        return Wait.NONE;
    }
}
