package io.upswing.app.topology;

import io.upswing.app.intake.Handler;
import io.upswing.app.intake.Intake;
import io.upswing.app.intake.IntakeListener;
import io.upswing.app.intake.Parked;
import io.upswing.app.intake.RawRecord;
import io.upswing.app.intake.RegistryReadiness;
import io.upswing.app.stores.ComputedWith;
import io.upswing.app.stores.StageStore;
import io.upswing.app.stores.StoreCatalogue;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.topology.Tasks.Task;
import io.upswing.core.entity.Quality;
import io.upswing.core.source.Refusal;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One task of a stage: what comes in goes through the intake to the stage, and what waits to be sent is sent. */
final class StageProcessor implements Processor<byte[], byte[], byte[], Emission> {
    /** The kind under which dead letters are counted, by topic and reason. */
    static final String DEAD_LETTER = "dead-letter";

    private final String stage;
    private final String parkedStore;
    private final StageStore qualityStore;
    private final StageStore gateStore;
    private final Plumbing plumbing;
    private final Start start;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Running running;

    /** What there is from init to close. */
    private record Running(
            ProcessorContext<byte[], Emission> context,
            ComputedWith settings,
            StageTask task,
            Intake intake,
            Task view) {}

    /**
     * Makes a processor.
     *
     * @param parkedStore  of records that wait for the registry
     * @param qualityStore of what is counted for data quality
     * @param gateStore    of the stage's gate
     */
    StageProcessor(
            String stage,
            StageStore parkedStore,
            StageStore qualityStore,
            StageStore gateStore,
            Plumbing plumbing,
            Start start) {
        this.stage = stage;
        this.parkedStore = parkedStore.storeName();
        this.qualityStore = qualityStore;
        this.gateStore = gateStore;
        this.plumbing = plumbing;
        this.start = start;
    }

    /** Makes the stage from its stores. */
    interface Start {
        StageTask task(Plumbing plumbing, ProcessorContext<byte[], Emission> context, Outlet outlet);
    }

    /** A stage, with its stores, as the processor drives it. */
    interface StageTask extends Handler {
        /** Sends what has changed since the last time. */
        void emit();

        /** E. */
        int openDay();

        /** R. */
        int evaluatedDay();

        /** Which sources keep the open day from closing. */
        List<String> holding();

        /** What it counts for data quality beside what lies in its store. */
        default SortedMap<Quality.Key, Long> quality() {
            return Collections.emptySortedMap();
        }

        /** Each has one schema looked up that the stage writes. */
        List<Runnable> schemaLookups();
    }

    @Override
    public void init(ProcessorContext<byte[], Emission> context) {
        ComputedWith settings = new ComputedWith(gateStore, context::getStateStore, plumbing.computedWith());
        settings.check();
        Outlet outlet = new Outlet(context);
        StageTask task = start.task(plumbing, context, outlet);
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(parkedStore);
        Parked parked = new Parked(store);
        Tasks.Id id = new Tasks.Id(stage, context.taskId().partition());
        Quality quality = StoreCatalogue.quality(qualityStore, context::getStateStore);
        quality.all().forEach((key, count) -> plumbing.observer().quality(stage, id.partition(), key, count));
        Intake intake = new Intake(
                parked,
                new RegistryReadiness(task.schemaLookups()),
                plumbing.circuit(),
                observed(task, id),
                outlet::deadLetter,
                listener(id, quality));
        Task view = new Task(
                lock,
                () -> new Progress(id, task.openDay(), task.evaluatedDay(), task.holding(), intake.waiting()),
                () -> counts(task, quality));
        running = new Running(context, settings, task, intake, view);
        plumbing.tasks().started(id, view);
        context.schedule(plumbing.emitInterval(), PunctuationType.WALL_CLOCK_TIME, time -> tick());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Running now = running();
        lock.lock();
        try {
            now.settings().keep();
            now.intake().take(record, now.context().recordMetadata().orElseThrow());
        } finally {
            lock.unlock();
        }
    }

    private void tick() {
        Running now = running();
        lock.lock();
        try {
            now.intake().retry();
            if (now.intake().isClear()) {
                now.task().emit();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        if (running != null) {
            int task = running.context().taskId().partition();
            plumbing.tasks().stopped(new Tasks.Id(stage, task), running.view());
            plumbing.observer().stopped(stage, task);
        }
        running = null;
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the " + stage + " stage is not running");
        }
        return running;
    }

    private Handler observed(StageTask task, Tasks.Id id) {
        StageObserver observer = plumbing.observer();
        observer.days(stage, id.partition(), task.openDay(), task.evaluatedDay());
        return new Handler() {
            @Override
            public Runnable decode(RawRecord record) {
                return task.decode(record);
            }

            @Override
            public void watermark(RawRecord record, WatermarkRecord watermark) {
                task.watermark(record, watermark);
                observer.watermark(stage, id.partition(), record.topic());
                observer.days(stage, id.partition(), task.openDay(), task.evaluatedDay());
            }
        };
    }

    private static SortedMap<Quality.Key, Long> counts(StageTask task, Quality quality) {
        SortedMap<Quality.Key, Long> counts = quality.all();
        counts.putAll(task.quality());
        return counts;
    }

    private IntakeListener listener(Tasks.Id id, Quality quality) {
        StageObserver observer = plumbing.observer();
        return new IntakeListener() {
            @Override
            public void waiting(long records) {
                observer.waiting(stage, id.partition(), records);
            }

            @Override
            public void registryUnavailable(Exception failure) {
                observer.registryUnavailable(stage, id.partition(), failure);
            }

            @Override
            public void refused(RawRecord record, Refusal refusal) {
                observer.refused(stage, record, refusal);
                Quality.Key key = new Quality.Key(
                        record.topic(), DEAD_LETTER, refusal.reason().id());
                long count = quality.get(key) + 1;
                quality.put(key, count);
                observer.quality(stage, id.partition(), key, count);
            }
        };
    }
}
