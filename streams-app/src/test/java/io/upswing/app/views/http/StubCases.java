package io.upswing.app.views.http;

import io.upswing.app.views.CaseFile;
import io.upswing.app.views.CaseQueries;
import io.upswing.app.views.CaseRow;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import java.util.List;
import java.util.Optional;

/** Knows of nothing. */
class StubCases implements CaseQueries {
    @Override
    public List<CaseRow<IssueCurrent>> issues(Optional<String> rep) {
        return List.of();
    }

    @Override
    public Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule) {
        return Optional.empty();
    }

    @Override
    public List<CaseRow<PlanCurrent>> plans(Optional<String> rep) {
        return List.of();
    }

    @Override
    public Optional<CaseFile<PlanCurrent, PlanEvent>> plan(String rep, String plan) {
        return Optional.empty();
    }

    @Override
    public Optional<CommandOutcome> outcome(String rep, String command) {
        return Optional.empty();
    }
}
