package io.upswing.core.inprocess;

import io.upswing.core.entity.EntityOutput;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.entity.EntityStores;
import io.upswing.core.entity.Quality;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.Refusal;

/** An instance of the entity stage. */
final class EntityDriver implements Task.Stage, EntityOutput {
    private static final String SOURCE = "crm";

    private final Task task;
    private final int partition;
    private final Link facts;
    private final Observer observer;
    private final EntityStage stage;

    private EntityDriver(Task task, Factory made, EntityStores stores) {
        this.task = task;
        this.partition = made.partition();
        this.facts = made.facts();
        this.observer = made.observer();
        this.stage = new EntityStage(stores, this, made.settings());
    }

    record Factory(int partition, EntityStage.Settings settings, Link facts, Observer observer)
            implements Task.Factory {
        @Override
        public Task.Start stores(Journal journal) {
            EntityStores stores = MemoryStores.entity(journal);
            return task -> new EntityDriver(task, this, stores);
        }
    }

    @Override
    public void read(Message message) {
        switch (message) {
            case Message.Deal m ->
                stage.deal(m.partition(), m.id(), m.order(), SOURCE, m.change()).ifPresent(this::refused);
            case Message.Activity m ->
                stage.activity(m.partition(), m.id(), m.order(), SOURCE, m.change())
                        .ifPresent(this::refused);
            case Message.Watermark m -> stage.watermark(m.input(), m.partition(), m.day());
            default -> throw new IllegalStateException("not for the entity stage: " + message);
        }
    }

    private void refused(Refusal refusal) {
        task.saw(observer.refuses(refusal));
    }

    @Override
    public void emit() {}

    @Override
    public int openDay() {
        return stage.gate().openDay();
    }

    @Override
    public void fact(String rep, int day, int k, Sums sums, String entity) {
        facts.write(task, partition, rep, new Message.Fact(rep, day, k, sums, entity));
    }

    @Override
    public void dayClosed(int day) {
        facts.writeToAll(task, partition, new Message.Watermark(RepStage.FACTS, partition, day, facts.writers()));
    }

    @Override
    public void quality(Quality.Key key, long count) {
        task.saw(observer.counts(partition, key, count));
    }
}
