package io.upswing.app.topology;

import io.upswing.app.intake.RawRecord;
import io.upswing.core.entity.Quality;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.source.Refusal;

/**
 * Sees what the stages do, for metrics and tests. What it sees may be taken back by a crash and seen again. Called by
 * several threads.
 */
public interface StageObserver {
    /** Sees nothing. */
    StageObserver NONE = new StageObserver() {};

    /** A record goes to the dead letters. */
    default void refused(String stage, RawRecord record, Refusal refusal) {}

    /** So many records of a task wait for the registry. */
    default void waiting(String stage, int task, long records) {}

    /** The registry was asked in vain. */
    default void registryUnavailable(String stage, int task, Exception failure) {}

    /** What a task counts for data quality is so many now. */
    default void quality(String stage, int task, Quality.Key key, long count) {}

    /** A task has taken a watermark. */
    default void watermark(String stage, int task, String topic) {}

    /** A rep task closes a day. */
    default void repCloses(int task, int day, Ledger ledger) {}

    /** A unit task closes a day. */
    default void unitCloses(int task, int day, Ledger ledger) {}

    /** A rep is evaluated. */
    default void evaluates(int task, Evaluation evaluation) {}

    /** A task knows how far it is now: the open day, and the last day evaluated (of the unit stage, the last closed). */
    default void days(String stage, int task, int openDay, int evaluatedDay) {}

    /** A task has stopped here: it may run elsewhere now. */
    default void stopped(String stage, int task) {}
}
