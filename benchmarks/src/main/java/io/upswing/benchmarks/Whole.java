package io.upswing.benchmarks;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.AppConfig;
import io.upswing.app.topology.StageObserver;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** The whole pipeline on the same records: until every unit task has closed the last day. */
final class Whole implements StageObserver {
    private static final Duration TO_START = Duration.ofMinutes(2);

    private final int openDay;
    private final int unitTasks;
    private final AtomicLong first = new AtomicLong();
    private final Map<Integer, Integer> units = new ConcurrentHashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);

    Whole(LocalDate openDay, int unitTasks) {
        this.openDay = Days.of(openDay);
        this.unitTasks = unitTasks;
    }

    /** Seconds from the first watermark to the last close. */
    double run(AppConfig config) throws InterruptedException {
        try (UpswingApp app = UpswingApp.start(config, List.of(this))) {
            if (!app.awaitRunning(TO_START)) {
                throw new IllegalStateException("the app has not started within " + TO_START);
            }
            done.await();
            return (System.nanoTime() - first.get()) / 1e9;
        }
    }

    @Override
    public void watermark(String stage, int task, String topic) {
        first.compareAndSet(0, System.nanoTime());
    }

    @Override
    public void days(String stage, int task, int open, int evaluated) {
        if (stage.equals("unit") && open != DayGate.NOT_OPEN) {
            units.put(task, open);
            if (units.size() == unitTasks && units.values().stream().allMatch(day -> day >= openDay)) {
                done.countDown();
            }
        }
    }
}
