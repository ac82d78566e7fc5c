package io.upswing.core.inprocess;

import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.RepStage;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.unit.UnitOutput;
import io.upswing.core.unit.UnitStage;
import io.upswing.core.unit.UnitStores;

/** An instance of the unit stage. */
final class UnitDriver implements Task.Stage, UnitOutput {
    private final Task task;
    private final int partition;
    private final Link unitDays;
    private final Observer observer;
    private final UnitStage stage;

    private UnitDriver(Task task, Factory made, UnitStores stores) {
        this.task = task;
        this.partition = made.partition();
        this.unitDays = made.unitDays();
        this.observer = made.observer();
        this.stage = new UnitStage(
                stores, this, (day, ledger) -> task.saw(observer.unitCloses(partition, day, ledger)), made.settings());
    }

    record Factory(int partition, WindowSettings settings, Link unitDays, Observer observer) implements Task.Factory {
        @Override
        public Task.Start stores(Journal journal) {
            UnitStores stores = MemoryStores.unit(journal);
            return task -> new UnitDriver(task, this, stores);
        }
    }

    @Override
    public void read(Message message) {
        switch (message) {
            case Message.UnitSum m -> stage.sum(m.unit(), m.day(), m.k(), m.sums());
            case Message.Watermark m -> stage.watermark(m.partition(), m.day(), m.count());
            default -> throw new IllegalStateException("not for the unit stage: " + message);
        }
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
    public void unitDay(OrgUnit unit, int closedDay, int day, Sums sums) {
        unitDays.writeToAll(task, partition, new Message.Market(new UnitDay(unit, closedDay, day, sums)));
    }

    @Override
    public void dayClosed(int day) {
        unitDays.writeToAll(
                task, partition, new Message.Watermark(RepStage.UNIT_DAYS, partition, day, unitDays.writers()));
    }

    @Override
    public void current(Snapshot snapshot) {
        task.saw(observer.sends(snapshot));
    }
}
