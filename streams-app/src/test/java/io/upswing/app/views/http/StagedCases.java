package io.upswing.app.views.http;

import io.upswing.app.avro.CommandEvents;
import io.upswing.app.avro.IssueRecords;
import io.upswing.app.avro.PlanRecords;
import io.upswing.app.avro.PlanTermsAvro;
import io.upswing.app.views.CaseViews;
import io.upswing.app.views.EventLog;
import io.upswing.app.views.Facts;
import io.upswing.app.views.InMemoryStages;
import io.upswing.app.views.Inbox;
import io.upswing.app.views.Instance;
import io.upswing.app.views.Names;
import io.upswing.core.issues.Limit;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.Note;
import io.upswing.schemas.PlanEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Two reps whose revenue lies under a floor, one whose does not, and one of whom too little is known; commands go to the
 * stages at once. The open day is 2017-06-01.
 */
final class StagedCases implements Inbox, EventLog {
    static final String RULE = "revenue-floor";
    static final String ODD = "a/b c%+ä";
    static final Names NAMES = subject -> subject.id().equals("r1") ? Optional.of("Ann, the first") : Optional.empty();

    final InMemoryStages stages = new InMemoryStages(2, 2);
    final Map<String, Note> notes = new TreeMap<>();
    private final CommandEvents events = new CommandEvents(new PlanTermsAvro(1));

    StagedCases() {
        stages.rule(floor())
                .member("r1", "t1", "north", "2017-01-01")
                .member(ODD, "t 2", "north", "2017-01-01")
                .member("rich", "t1", "north", "2017-01-01")
                .member("idle", "t1", "north", "2017-01-01")
                .fact("r1", "2017-05-20", Facts.won(10_50, 200))
                .fact(ODD, "2017-05-20", Facts.won(20_00, 10))
                .fact("rich", "2017-05-20", Facts.won(9_999_00, 10))
                .fact("idle", "2017-05-20", Facts.created())
                .close("2017-05-31");
    }

    private static Rule floor() {
        BigDecimal limit = new BigDecimal(1_000_00);
        return new Rule(
                RULE,
                1,
                Days.of("2017-01-01"),
                false,
                "Revenue under the floor",
                "For a test.",
                new Limit(Kpi.REVENUE, new Window.Rolling(30), Limit.Side.FLOOR, limit, limit, 1),
                new Rule.Hold(1, 1),
                Rule.Severity.WARNING,
                Scope.everyone(0),
                OptionalInt.empty());
    }

    /** A server of one instance with all tasks. */
    Server server() {
        return server(stages.instance(), stages.instance());
    }

    /** A server of an instance, which asks others. */
    Server server(Instance local, Instance... all) {
        return Server.of(
                stages.queries(all),
                local,
                NAMES,
                stages.settings(),
                new CaseViews(
                        stages.cases(all),
                        id -> Optional.ofNullable(notes.get(id)).map(Note::getText),
                        this,
                        this));
    }

    @Override
    public Instant now() {
        return StubInbox.NOW;
    }

    @Override
    public void keep(String id, Note note) {
        notes.put(id, note);
    }

    @Override
    public void send(String rep, CommandEvent command) {
        stages.command(events.command(rep, command));
    }

    @Override
    public List<IssueEvent> issues() {
        return stages.issueEvents().stream().map(IssueRecords::toAvro).toList();
    }

    @Override
    public List<PlanEvent> plans() {
        return stages.planEvents().stream().map(PlanRecords::toAvro).toList();
    }
}
