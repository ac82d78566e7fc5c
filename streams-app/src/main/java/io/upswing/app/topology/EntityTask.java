package io.upswing.app.topology;

import io.upswing.app.avro.ActivityEvents;
import io.upswing.app.avro.AvroSums;
import io.upswing.app.avro.DealEvents;
import io.upswing.app.avro.RefusedException;
import io.upswing.app.intake.RawRecord;
import io.upswing.app.stores.StoreCatalogue;
import io.upswing.app.topology.Emission.Route;
import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.EntityOutput;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.entity.Quality;
import io.upswing.core.kpi.Sums;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Fact;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The entity stage in the topology: deals and activities in, facts out. */
final class EntityTask implements StageProcessor.StageTask, EntityOutput {
    static final String STAGE = "entity";

    private final Plumbing plumbing;
    private final Outlet outlet;
    private final Topic<String, Fact> facts;
    private final DealEvents deals;
    private final ActivityEvents activities;
    private final int task;
    private final EntityStage stage;

    EntityTask(Plumbing plumbing, ProcessorContext<byte[], Emission> context, Outlet outlet) {
        this.plumbing = plumbing;
        this.outlet = outlet;
        facts = plumbing.facts();
        deals = new DealEvents(plumbing.zone());
        activities = new ActivityEvents(plumbing.zone());
        task = context.taskId().partition();
        stage = new EntityStage(StoreCatalogue.entity(context::getStateStore), this, plumbing.entity());
    }

    @Override
    public Runnable decode(RawRecord record) {
        return record.topic().equals(plumbing.catalogue().deals().name()) ? deal(record) : activity(record);
    }

    private Runnable deal(RawRecord record) {
        String id = Keys.id(record, plumbing.partitions().deals());
        DealEvent event = Keys.value(record, plumbing.catalogue().deals());
        SourceOrder order = DealEvents.order(event.getEventId(), event.getSourceVersion(), event.getOccurredAt());
        String source = DealEvents.source(event.getSource());
        DealChange change = deals.change(event);
        return () -> mustTake(stage.deal(record.partition(), id, order, source, change));
    }

    private Runnable activity(RawRecord record) {
        String id = Keys.id(record, plumbing.partitions().deals());
        ActivityEvent event = Keys.value(record, plumbing.catalogue().activities());
        SourceOrder order = DealEvents.order(event.getEventId(), event.getSourceVersion(), event.getOccurredAt());
        String source = DealEvents.source(event.getSource());
        ActivityChange change = activities.change(event);
        return () -> mustTake(stage.activity(record.partition(), id, order, source, change));
    }

    private static void mustTake(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    @Override
    public void watermark(RawRecord record, WatermarkRecord watermark) {
        boolean ofDeals = record.topic().equals(plumbing.catalogue().deals().name());
        Source source = new Source(ofDeals ? EntityStage.DEALS : EntityStage.ACTIVITIES, record.partition());
        stage.watermark(source.input(), source.partition(), WatermarkBounds.day(watermark, stage.gate(), source));
    }

    @Override
    public void fact(String rep, int day, int k, Sums sums, String entity) {
        Fact fact = new Fact(day, AvroSums.toAvro(k), AvroSums.toAvro(sums), entity);
        outlet.write(Route.FACTS, rep, facts, fact);
    }

    @Override
    public void dayClosed(int day) {
        outlet.watermark(Route.FACTS, day, plumbing.partitions().deals());
    }

    @Override
    public void quality(Quality.Key key, long count) {
        plumbing.observer().quality(STAGE, task, key, count);
    }

    @Override
    public void emit() {}

    @Override
    public int openDay() {
        return stage.gate().openDay();
    }

    @Override
    public int evaluatedDay() {
        return stage.gate().lastClosedDay();
    }

    @Override
    public List<String> holding() {
        return stage.gate().holding();
    }

    @Override
    public List<Runnable> schemaLookups() {
        return List.of(() -> facts.serialized(new Fact(0, null, List.of(), "")));
    }
}
