package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.app.topology.Tasks;
import io.upswing.app.views.CaseFile;
import io.upswing.app.views.CaseRow;
import io.upswing.app.views.InstanceCases;
import io.upswing.app.views.UnavailableException;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Issues and plans of another instance.
 *
 * @param ask the document at a path; empty if there is none
 */
record RemoteCases(Function<String, Optional<JsonNode>> ask) implements InstanceCases {
    @Override
    public SortedMap<Tasks.Id, List<CaseRow<IssueCurrent>>> issues(Optional<String> rep) {
        return InstanceCaseJson.tasks(IssueCurrent.class, must(InstanceCaseRoutes.ISSUES + query(rep)));
    }

    @Override
    public Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule) {
        return ask.apply(InstanceCaseRoutes.ISSUE + query(rep, rule))
                .map(document -> InstanceCaseJson.file(IssueCurrent.class, IssueEvent.class, document));
    }

    @Override
    public SortedMap<Tasks.Id, List<CaseRow<PlanCurrent>>> plans(Optional<String> rep) {
        return InstanceCaseJson.tasks(PlanCurrent.class, must(InstanceCaseRoutes.PLANS + query(rep)));
    }

    @Override
    public Optional<CaseFile<PlanCurrent, PlanEvent>> plan(String rep, String plan) {
        return ask.apply(InstanceCaseRoutes.PLAN + query(rep, plan))
                .map(document -> InstanceCaseJson.file(PlanCurrent.class, PlanEvent.class, document));
    }

    @Override
    public Optional<CommandOutcome> outcome(String rep, String command) {
        return ask.apply(InstanceCaseRoutes.OUTCOME + query(rep, command))
                .map(document -> AvroBytes.made(CommandOutcome.class, document.required("outcome")));
    }

    private JsonNode must(String path) {
        return ask.apply(path).orElseThrow(() -> new UnavailableException("an instance does not know " + path));
    }

    private static String query(Optional<String> rep) {
        return rep.map(id -> "?rep=" + RemoteInstances.encoded(id)).orElse("");
    }

    private static String query(String rep, String id) {
        return "?rep=" + RemoteInstances.encoded(rep) + "&id=" + RemoteInstances.encoded(id);
    }
}
