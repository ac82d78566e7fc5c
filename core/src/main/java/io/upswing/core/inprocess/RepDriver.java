package io.upswing.core.inprocess;

import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Track;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.rep.CommandResult;
import io.upswing.core.rep.RepOutput;
import io.upswing.core.rep.RepStage;
import io.upswing.core.rep.RepStores;
import io.upswing.core.unit.UnitStage;

/** An instance of the rep stage. */
final class RepDriver implements Task.Stage, RepOutput {
    private final Task task;
    private final int partition;
    private final Link sums;
    private final Observer observer;
    private final Counters counters;
    private final RepStage stage;
    private boolean takesOrgChange;

    private RepDriver(Task task, Factory made, RepStores stores) {
        this.task = task;
        this.partition = made.partition();
        this.sums = made.sums();
        this.observer = made.observer();
        this.counters = made.counters();
        this.stage = new RepStage(
                stores,
                this,
                evaluation -> task.saw(observer.evaluates(partition, evaluation)),
                (day, ledger) -> task.saw(observer.repCloses(partition, day, ledger)),
                made.settings());
    }

    record Factory(int partition, RepStage.Settings settings, Link sums, Observer observer, Counters counters)
            implements Task.Factory {
        @Override
        public Task.Start stores(Journal journal) {
            RepStores stores = MemoryStores.rep(journal, counters::waited);
            return task -> new RepDriver(task, this, stores);
        }
    }

    @Override
    public void read(Message message) {
        switch (message) {
            case Message.Fact m -> {
                if (m.k() > stage.gate().openDay()) {
                    counters.waited();
                }
                stage.fact(m.rep(), m.day(), m.k(), m.sums(), m.entity());
            }
            case Message.Org m -> {
                takesOrgChange = true;
                stage.org(m.partition(), m.change()).ifPresent(refusal -> task.saw(observer.refuses(refusal)));
                takesOrgChange = false;
            }
            case Message.Quota m ->
                stage.quota(m.partition(), m.change()).ifPresent(refusal -> task.saw(observer.refuses(refusal)));
            case Message.OfRule m ->
                stage.rule(m.partition(), m.rule()).ifPresent(refusal -> task.saw(observer.refuses(refusal)));
            case Message.Command m -> stage.command(m.partition(), m.command());
            case Message.Market m -> stage.unitDay(m.unitDay());
            case Message.Watermark m -> stage.watermark(m.input(), m.partition(), m.day(), m.count());
            default -> throw new IllegalStateException("not for the rep stage: " + message);
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
    public void unitSum(OrgUnit unit, int day, int k, Sums added) {
        if (takesOrgChange && !added.balances().isZero()) {
            counters.balanceMoved();
        }
        sums.write(task, partition, unit.key(), new Message.UnitSum(unit, day, k, added));
    }

    @Override
    public void dayClosed(int day) {
        sums.writeToAll(task, partition, new Message.Watermark(UnitStage.UNIT_SUMS, partition, day, sums.writers()));
    }

    @Override
    public void current(Snapshot snapshot) {
        task.saw(observer.sends(snapshot));
    }

    @Override
    public void issue(IssueEvent event) {
        task.saw(observer.tells(event));
    }

    @Override
    public void issueNow(String rep, String rule, Track track) {
        task.saw(observer.shows(rep, rule, track));
    }

    @Override
    public void plan(PlanEvent event) {
        task.saw(observer.tells(event));
    }

    @Override
    public void planNow(Progress progress) {
        task.saw(observer.shows(progress));
    }

    @Override
    public void recognition(Recognition recognition) {
        task.saw(observer.recognizes(recognition));
    }

    @Override
    public void result(CommandResult result) {
        task.saw(observer.answers(result));
    }

    @Override
    public void daily(String rep, int day, Sums pane) {
        task.saw(observer.sends(rep, day, pane));
    }
}
