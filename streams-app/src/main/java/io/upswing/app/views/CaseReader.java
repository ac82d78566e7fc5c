package io.upswing.app.views;

import io.upswing.app.avro.IssueRecords;
import io.upswing.app.avro.PlanRecords;
import io.upswing.app.avro.PlanTermsAvro;
import io.upswing.app.topology.Tasks;
import io.upswing.core.issues.Track;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.Plan;
import io.upswing.core.plans.Progress;
import io.upswing.core.rep.Cases;
import io.upswing.core.rep.LiveFigures;
import io.upswing.core.rep.RepStores;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import java.util.List;
import java.util.Optional;

/** Reads what one rep task knows of issues and plans. Valid under the task's lock. */
final class CaseReader {
    private final TaskReader task;
    private final Cases cases;

    private CaseReader(TaskReader task, Cases cases) {
        this.task = task;
        this.cases = cases;
    }

    static CaseReader of(Tasks.Id task, RepStores stores, ViewSettings settings) {
        return new CaseReader(TaskReader.of(task, stores, settings), stores.cases());
    }

    List<String> reps() {
        return task.subjects(SubjectLevel.REP).stream().map(Subject::id).toList();
    }

    List<CaseRow<IssueCurrent>> issues(String rep) {
        return cases.tracks(rep).entrySet().stream()
                .map(entry -> issue(rep, entry.getKey(), entry.getValue()))
                .toList();
    }

    private CaseRow<IssueCurrent> issue(String rep, String rule, Track track) {
        return new CaseRow<>(IssueRecords.toAvro(rep, rule, track), task.placement(rep));
    }

    Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule) {
        return Optional.ofNullable(cases.tracks(rep).get(rule))
                .map(track -> new CaseFile<>(
                        issue(rep, rule, track),
                        track.events().stream().map(IssueRecords::toAvro).toList(),
                        Optional.empty()));
    }

    List<CaseRow<PlanCurrent>> plans(String rep) {
        return cases.plans(rep).entrySet().stream()
                .map(entry -> plan(rep, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A plan that has ended is shown as of the day on which it has. */
    private CaseRow<PlanCurrent> plan(String rep, String id, Cases.File file) {
        Plan plan = Plan.of(file.events());
        int open = task.ledger().openDay();
        int day = plan.status().isOpen() ? open : Math.min(open, plan.endedOn().orElse(open));
        Ledger ledger = task.ledger();
        List<Sums> windows = day == open ? ledger.windowSums(rep) : ledger.windowSumsOn(rep, day);
        Progress progress = Progress.of(id, rep, plan, file.watch(), new LiveFigures(ledger, rep, windows), day);
        return new CaseRow<>(PlanRecords.toAvro(progress), task.placement(rep));
    }

    Optional<CaseFile<PlanCurrent, PlanEvent>> plan(String rep, String id) {
        return Optional.ofNullable(cases.plans(rep).get(id))
                .map(file -> new CaseFile<>(
                        plan(rep, id, file),
                        file.events().stream().map(PlanRecords::toAvro).toList(),
                        Optional.of(PlanTermsAvro.toAvro(Plan.of(file.events()).terms()))));
    }
}
