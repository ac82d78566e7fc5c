package io.upswing.app.topology;

import static io.upswing.core.time.DayGate.NOT_OPEN;

import io.upswing.app.avro.AvroSums;
import io.upswing.app.avro.Ids;
import io.upswing.app.avro.Snapshots;
import io.upswing.app.intake.RawRecord;
import io.upswing.app.stores.StoreCatalogue;
import io.upswing.app.topology.Emission.Route;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.unit.UnitOutput;
import io.upswing.core.unit.UnitStage;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.UnitDay;
import io.upswing.schemas.UnitSum;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The unit stage in the topology: unit sums in; KPIs of units and unit days out. */
final class UnitTask implements StageProcessor.StageTask, UnitOutput {
    static final String STAGE = "unit";

    private final Plumbing plumbing;
    private final Outlet outlet;
    private final UnitStage stage;

    UnitTask(Plumbing plumbing, ProcessorContext<byte[], Emission> context, Outlet outlet) {
        this.plumbing = plumbing;
        this.outlet = outlet;
        int task = context.taskId().partition();
        stage = new UnitStage(
                StoreCatalogue.unit(context::getStateStore),
                this,
                (day, ledger) -> plumbing.observer().unitCloses(task, day, ledger),
                plumbing.unit());
    }

    @Override
    public Runnable decode(RawRecord record) {
        OrgUnit unit = OrgUnit.parse(Ids.ofInternalKey(record.key()));
        UnitSum sum =
                Keys.value(record, plumbing.catalogue().unitSums().valueSerde().deserializer());
        Sums sums = AvroSums.fromAvro(sum.getMeasures());
        int day = AvroSums.fromAvro(sum.getDay());
        int k = AvroSums.fromAvro(sum.getRecordedOn());
        return () -> stage.sum(unit, day, k, sums);
    }

    @Override
    public void watermark(RawRecord record, WatermarkRecord watermark) {
        int partitions = plumbing.partitions().reps();
        stage.watermark(watermark.fromPartition(), WatermarkBounds.day(watermark, partitions), partitions);
    }

    @Override
    public void unitDay(OrgUnit unit, int closedDay, int day, Sums sums) {
        Topic<String, UnitDay> topic = plumbing.catalogue().unitDays();
        outlet.write(
                Route.UNIT_DAYS,
                unit.key(),
                topic.name(),
                topic.valueSerde().serializer(),
                new UnitDay(closedDay, AvroSums.toAvro(day), AvroSums.toAvro(sums)));
    }

    @Override
    public void dayClosed(int day) {
        outlet.watermark(Route.UNIT_DAYS, day, plumbing.partitions().units());
    }

    @Override
    public void current(Snapshot snapshot) {
        Topic<String, KpiSnapshot> topic = plumbing.catalogue().kpiUnits();
        outlet.write(
                Route.KPI_UNITS,
                snapshot.subject(),
                topic.name(),
                topic.valueSerde().serializer(),
                Snapshots.toAvro(snapshot));
    }

    @Override
    public void emit() {
        stage.emit();
    }

    @Override
    public int openDay() {
        return stage.gate().openDay();
    }

    @Override
    public int evaluatedDay() {
        return openDay() == NOT_OPEN ? NOT_OPEN : openDay() - 1;
    }

    @Override
    public List<String> holding() {
        return stage.gate().holding();
    }

    @Override
    public List<Runnable> schemaLookups() {
        Topic<String, KpiSnapshot> units = plumbing.catalogue().kpiUnits();
        Topic<String, UnitDay> days = plumbing.catalogue().unitDays();
        return List.of(
                () -> units.valueSerde()
                        .serializer()
                        .serialize(units.name(), new KpiSnapshot(LocalDate.EPOCH, List.of())),
                () -> days.valueSerde().serializer().serialize(days.name(), new UnitDay(0, null, List.of())));
    }
}
