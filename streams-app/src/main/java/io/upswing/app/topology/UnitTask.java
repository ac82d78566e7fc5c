package io.upswing.app.topology;

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
    private final Topic<String, UnitSum> unitSums;
    private final Topic<String, UnitDay> unitDays;
    private final Topic<String, KpiSnapshot> units;
    private final UnitStage stage;

    UnitTask(Plumbing plumbing, ProcessorContext<byte[], Emission> context, Outlet outlet) {
        this.plumbing = plumbing;
        this.outlet = outlet;
        unitSums = plumbing.unitSums();
        unitDays = plumbing.catalogue().unitDays();
        units = plumbing.catalogue().kpiUnits();
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
        UnitSum sum = Keys.value(record, unitSums);
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
        UnitDay said = new UnitDay(closedDay, AvroSums.toAvro(day), AvroSums.toAvro(sums));
        outlet.write(Route.UNIT_DAYS, unit.key(), unitDays, said);
    }

    @Override
    public void dayClosed(int day) {
        outlet.watermark(Route.UNIT_DAYS, day, plumbing.partitions().units());
    }

    @Override
    public void current(Snapshot snapshot) {
        outlet.write(Route.KPI_UNITS, snapshot.subject(), units, Snapshots.toAvro(snapshot));
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
        return stage.gate().lastClosedDay();
    }

    @Override
    public List<String> holding() {
        return stage.gate().holding();
    }

    @Override
    public List<Runnable> schemaLookups() {
        return List.of(
                () -> units.serialized(new KpiSnapshot(LocalDate.EPOCH, List.of())),
                () -> unitDays.serialized(new UnitDay(0, null, List.of())));
    }
}
