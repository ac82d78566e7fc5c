package io.upswing.app.simulated;

import io.upswing.app.avro.ActivityEvents;
import io.upswing.app.avro.DealEvents;
import io.upswing.app.avro.QuotaEvents;
import io.upswing.app.avro.RepEvents;
import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.inprocess.InOrder;
import io.upswing.core.inprocess.Observer;
import io.upswing.core.inprocess.Pipeline;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.time.Days;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import io.upswing.producers.simulator.Damage;
import io.upswing.producers.simulator.SimulatedDay;
import io.upswing.producers.simulator.SimulatedRecord;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationSettings;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The app's stages in process, fed with a simulation; keeps what the windows hold at the closes that are asked for. */
final class AppRun implements Observer {
    private static final int PARTITIONS = 2;
    private static final Bounds BOUNDS = new Bounds(730);

    private final Set<LocalDate> wanted;

    private record Decoders(DealEvents deals, ActivityEvents activities, QuotaEvents quotas) {}

    private final Map<LocalDate, Map<String, List<Sums>>> closes = new HashMap<>();
    private int absurd;
    private int refused;

    private AppRun(Set<LocalDate> wanted) {
        this.wanted = new HashSet<>(wanted);
    }

    /** @param beside is told of each day too: to make them is dear */
    static AppRun of(Simulation simulation, Set<LocalDate> wanted, Consumer<SimulatedDay> beside) {
        AppRun run = new AppRun(wanted);
        run.feed(simulation, beside);
        return run;
    }

    /** The sums of all windows by subject: reps and units. */
    Map<String, List<Sums>> at(LocalDate day) {
        return closes.getOrDefault(day, Map.of());
    }

    /** Records that could be read but made no sense. */
    int absurd() {
        return absurd;
    }

    /** Records that a stage refused. */
    int refused() {
        return refused;
    }

    private void feed(Simulation simulation, Consumer<SimulatedDay> beside) {
        SimulationSettings settings = simulation.settings();
        String currency = settings.currency().getCurrencyCode();
        OrganizationZone zone = new OrganizationZone(settings.zone());
        WindowSettings windows = WindowSettings.defaults(WorkingCalendar.PLAIN);
        Pipeline pipeline = new Pipeline(
                new Pipeline.Settings(
                        PARTITIONS,
                        new EntityStage.Settings(currency, CreditPolicy.KEEP, BOUNDS, 60),
                        new RepStage.Settings(windows, BOUNDS, 30, zone, new Wording(currency, 2)),
                        windows),
                new InOrder(),
                this);
        Decoders decoders = new Decoders(new DealEvents(zone), new ActivityEvents(zone), new QuotaEvents(currency));
        pipeline.watermark(Days.of(settings.firstDay()) - 1);
        simulation.days().forEach(day -> {
            beside.accept(day);
            feed(pipeline, decoders, day);
        });
        pipeline.run();
    }

    private void feed(Pipeline pipeline, Decoders decoders, SimulatedDay day) {
        for (SimulatedRecord record : day.records()) {
            if (record.isGood() || record.damage().kind() == Damage.Kind.ABSURD) {
                feed(pipeline, decoders, record);
            }
        }
        pipeline.watermark(Days.of(day.day()));
    }

    private void feed(Pipeline pipeline, Decoders decoders, SimulatedRecord record) {
        switch (record.value()) {
            case DealEvent event ->
                pipeline.deal(
                        record.key(),
                        DealEvents.order(event.getEventId(), event.getSourceVersion(), event.getOccurredAt()),
                        decoders.deals().change(event));
            case ActivityEvent event ->
                pipeline.activity(
                        record.key(),
                        DealEvents.order(event.getEventId(), event.getSourceVersion(), event.getOccurredAt()),
                        decoders.activities().change(event));
            case RepEvent event -> pipeline.org(RepEvents.change(record.key(), event));
            case QuotaEvent event -> pipeline.quota(decoders.quotas().change(record.key(), event));
            default -> {
                return;
            }
        }
        absurd += record.isGood() ? 0 : 1;
    }

    @Override
    public Runnable repCloses(int task, int day, Ledger ledger) {
        return closes(day, ledger);
    }

    @Override
    public Runnable unitCloses(int task, int day, Ledger ledger) {
        return closes(day, ledger);
    }

    private Runnable closes(int day, Ledger ledger) {
        LocalDate date = Days.date(day);
        if (!wanted.contains(date)) {
            return () -> {};
        }
        Map<String, List<Sums>> sums = new HashMap<>();
        ledger.subjects().forEach(subject -> sums.put(subject, ledger.windowSums(subject)));
        return () -> closes.computeIfAbsent(date, d -> new HashMap<>()).putAll(sums);
    }

    @Override
    public Runnable refuses(Refusal refusal) {
        return () -> refused++;
    }
}
