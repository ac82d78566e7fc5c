package io.upswing.core.inprocess;

import io.upswing.core.entity.Deals;
import io.upswing.core.entity.EntityOutput;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.entity.Oddity;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.RepStage;
import io.upswing.core.time.GateStore;
import java.util.Set;

/** An instance of the entity stage. */
final class EntityDriver implements Task.Stage, EntityOutput {
    private final Task task;
    private final int partition;
    private final Link facts;
    private final Observer observer;
    private final EntityStage stage;

    private EntityDriver(Task task, Factory made, Deals deals, GateStore<Void> gate) {
        this.task = task;
        this.partition = made.partition();
        this.facts = made.facts();
        this.observer = made.observer();
        this.stage = new EntityStage(deals, gate, this, made.settings());
    }

    record Factory(int partition, EntityStage.Settings settings, Link facts, Observer observer)
            implements Task.Factory {
        @Override
        public Task.Start stores(Journal journal) {
            Deals deals = MemoryStores.deals(journal);
            GateStore<Void> gate = new MemoryStores.Gate<>(journal, () -> {});
            return task -> new EntityDriver(task, this, deals, gate);
        }
    }

    @Override
    public void read(Message message) {
        switch (message) {
            case Message.Deal m ->
                stage.deal(m.partition(), m.id(), m.order(), m.change())
                        .ifPresent(refusal -> task.saw(observer.refuses(refusal)));
            case Message.Watermark m -> stage.watermark(m.input(), m.partition(), m.day());
            default -> throw new IllegalStateException("not for the entity stage: " + message);
        }
    }

    @Override
    public void emit() {}

    @Override
    public int openDay() {
        return stage.gate().openDay();
    }

    @Override
    public void fact(String rep, int day, int k, Sums sums) {
        facts.write(task, partition, rep, new Message.Fact(rep, day, k, sums));
    }

    @Override
    public void dayClosed(int day) {
        facts.writeToAll(task, partition, new Message.Watermark(RepStage.FACTS, partition, day, facts.writers()));
    }

    @Override
    public void oddities(String deal, Set<Oddity> before, Set<Oddity> after) {}
}
