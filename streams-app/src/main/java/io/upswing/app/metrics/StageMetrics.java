package io.upswing.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.upswing.app.intake.RawRecord;
import io.upswing.app.topology.StageObserver;
import io.upswing.app.topology.Tasks;
import io.upswing.core.entity.Quality;
import io.upswing.core.source.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Counts what the stages do, and shows how far their tasks are.
 *
 * <p>Counters count what this process has seen since it started: what a crash takes back and the next start sees again is
 * counted in both.
 */
public final class StageMetrics implements StageObserver {
    private final MeterRegistry registry;
    private final OperatorLog log = new OperatorLog(LoggerFactory.getLogger(OperatorLog.class));
    private final Map<Tasks.Id, TaskGauges> tasks = new ConcurrentHashMap<>();
    private final Map<Tasks.Id, QualityGauges> quality = new ConcurrentHashMap<>();

    public StageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void refused(String stage, RawRecord record, Refusal refusal) {
        Counter.builder("upswing.dead.letters")
                .description("Records that went to the dead letters")
                .tag("stage", stage)
                .tag("topic", record.topic())
                .tag("reason", refusal.reason().id())
                .register(registry)
                .increment();
        log.refused(record, refusal);
    }

    @Override
    public void waiting(String stage, int task, long records) {
        Tasks.Id id = new Tasks.Id(stage, task);
        gauges(id).waiting(records);
        log.waiting(id, records);
    }

    @Override
    public void registryUnavailable(String stage, int task, Exception failure) {
        unavailable(stage).increment();
        log.registryUnavailable(new Tasks.Id(stage, task), failure);
    }

    private Counter unavailable(String stage) {
        return Counter.builder("upswing.registry.unavailable")
                .description("Questions to the schema registry that it did not answer")
                .tag("stage", stage)
                .register(registry);
    }

    @Override
    public void quality(String stage, int task, Quality.Key key, long count) {
        quality.computeIfAbsent(new Tasks.Id(stage, task), id -> new QualityGauges(registry, id))
                .set(key, count);
    }

    @Override
    public void days(String stage, int task, int openDay, int evaluatedDay) {
        Tasks.Id id = new Tasks.Id(stage, task);
        gauges(id).days(openDay, evaluatedDay);
        log.handled(id);
    }

    /** A task has left this process: its gauges go, so that they don't stand still. */
    @Override
    public void stopped(String stage, int task) {
        Tasks.Id id = new Tasks.Id(stage, task);
        TaskGauges gone = tasks.remove(id);
        if (gone != null) {
            gone.close();
        }
        QualityGauges counts = quality.remove(id);
        if (counts != null) {
            counts.close();
        }
        log.stopped(id);
    }

    private TaskGauges gauges(Tasks.Id id) {
        unavailable(id.stage());
        return tasks.computeIfAbsent(id, task -> new TaskGauges(registry, task));
    }
}
