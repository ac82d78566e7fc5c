package io.upswing.core.inprocess;

import io.upswing.core.entity.Quality;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Track;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.rep.CommandResult;
import io.upswing.core.source.Refusal;

/**
 * Sees what the stages do. What is returned runs when the task commits, and never if it crashes before: what a crash takes
 * back was not seen.
 */
public interface Observer {
    /** A rep task closes a day, which is still open. */
    default Runnable repCloses(int task, int day, Ledger ledger) {
        return () -> {};
    }

    /** A unit task closes a day, which is still open. */
    default Runnable unitCloses(int task, int day, Ledger ledger) {
        return () -> {};
    }

    /** A rep is evaluated. */
    default Runnable evaluates(int task, Evaluation evaluation) {
        return () -> {};
    }

    /** A rep's or a unit's KPIs are sent. */
    default Runnable sends(Snapshot snapshot) {
        return () -> {};
    }

    /** A rep's pane is sent. */
    default Runnable sends(String rep, int day, Sums pane) {
        return () -> {};
    }

    /** Something happened to an issue. */
    default Runnable tells(IssueEvent event) {
        return () -> {};
    }

    /** How things stand under a rule is sent. */
    default Runnable shows(String rep, String rule, Track track) {
        return () -> {};
    }

    /** Something happened to a plan. */
    default Runnable tells(PlanEvent event) {
        return () -> {};
    }

    /** A plan's progress is sent. */
    default Runnable shows(Progress progress) {
        return () -> {};
    }

    /** The good news. */
    default Runnable recognizes(Recognition recognition) {
        return () -> {};
    }

    /** What became of a command. */
    default Runnable answers(CommandResult result) {
        return () -> {};
    }

    /** What an entity task counts for data quality has changed. */
    default Runnable counts(int task, Quality.Key key, long count) {
        return () -> {};
    }

    /** A record is refused. */
    default Runnable refuses(Refusal refusal) {
        return () -> {};
    }
}
