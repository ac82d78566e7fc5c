package io.upswing.app.topology;

import io.upswing.app.intake.RawRecord;
import io.upswing.core.entity.Quality;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.source.Refusal;
import java.util.List;
import java.util.function.Consumer;

/** Several observers as one. */
public record Observers(List<StageObserver> all) implements StageObserver {
    public Observers {
        all = List.copyOf(all);
    }

    private void each(Consumer<StageObserver> call) {
        all.forEach(call);
    }

    @Override
    public void refused(String stage, RawRecord record, Refusal refusal) {
        each(observer -> observer.refused(stage, record, refusal));
    }

    @Override
    public void waiting(String stage, int task, long records) {
        each(observer -> observer.waiting(stage, task, records));
    }

    @Override
    public void registryUnavailable(String stage, int task, Exception failure) {
        each(observer -> observer.registryUnavailable(stage, task, failure));
    }

    @Override
    public void quality(String stage, int task, Quality.Key key, long count) {
        each(observer -> observer.quality(stage, task, key, count));
    }

    @Override
    public void watermark(String stage, int task, String topic) {
        each(observer -> observer.watermark(stage, task, topic));
    }

    @Override
    public void repCloses(int task, int day, Ledger ledger) {
        each(observer -> observer.repCloses(task, day, ledger));
    }

    @Override
    public void unitCloses(int task, int day, Ledger ledger) {
        each(observer -> observer.unitCloses(task, day, ledger));
    }

    @Override
    public void evaluates(int task, Evaluation evaluation) {
        each(observer -> observer.evaluates(task, evaluation));
    }

    @Override
    public void days(String stage, int task, int openDay, int evaluatedDay) {
        each(observer -> observer.days(stage, task, openDay, evaluatedDay));
    }

    @Override
    public void stopped(String stage, int task) {
        each(observer -> observer.stopped(stage, task));
    }
}
