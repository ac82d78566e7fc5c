package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Stamp;
import io.upswing.core.inprocess.history.Arrival;
import io.upswing.core.inprocess.history.Layout;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.history.Story;
import io.upswing.core.issues.Issue;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.plans.Plan;
import io.upswing.core.plans.PlanEvent;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same records, with rules and commands anywhere among them, give the same issues, plans and answers, record by record,
 * however they are partitioned and interleaved, also when evaluations are far behind.
 */
class CasesDeterminismTest {
    private static final int FIRST = 18_290;
    private static final int LAST = FIRST + 30;
    private static final Setup SETUP = Setup.shortLived(Period.ofDays(100), 30, true);
    private static final Set<IssueEvent.Type> ISSUES = EnumSet.noneOf(IssueEvent.Type.class);
    private static final Set<PlanEvent.Type> PLANS = EnumSet.noneOf(PlanEvent.Type.class);

    /** Units read only when nobody else can: R stays back. */
    private static final class SlowUnits implements Scheduler {
        @Override
        public int pick(int[] readable) {
            return 0;
        }

        @Override
        public boolean commits() {
            return true;
        }

        @Override
        public boolean crashes() {
            return false;
        }

        @Override
        public boolean emits() {
            return false;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameLogGivesTheSameIssuesAndPlans(long seed) {
        List<Arrival> story =
                Story.of(new Random(seed), FIRST, LAST, SETUP.rules().fiscalYearStart(), 40);
        CasesRecorder undisturbed = record(seed, story, 1, new InOrder());

        same(record(seed, story, 1, new SlowUnits()), undisturbed);
        for (int partitions : new int[] {2, 4}) {
            same(record(seed, story, partitions, new SlowUnits()), undisturbed);
            same(record(seed, story, partitions, new Shuffled(seed * 100 + partitions, 0.1, 0.02)), undisturbed);
        }

        same(live(seed, story), undisturbed);

        numbered(undisturbed);
        undisturbed.issues().forEach(event -> ISSUES.add(event.type()));
        undisturbed.plans().forEach(event -> PLANS.add(event.type()));
        rebuilds(undisturbed);
    }

    private static CasesRecorder record(long seed, List<Arrival> story, int partitions, Scheduler scheduler) {
        Log log = new Layout(new Random(seed * 10 + partitions), FIRST, LAST).exact(story, partitions);
        CasesRecorder recorder = new CasesRecorder();
        SETUP.run(log, new Office(new Random(seed), FIRST, LAST), scheduler, recorder);
        return recorder;
    }

    /** Commands come when the day before theirs has been evaluated, and are handled at once. */
    private static CasesRecorder live(long seed, List<Arrival> story) {
        Log log = new Layout(new Random(seed * 10 + 3), FIRST, LAST).exact(story, 3);
        CasesRecorder recorder = new CasesRecorder();
        SETUP.runLive(log, new Office(new Random(seed), FIRST, LAST), FIRST - 1, recorder);
        return recorder;
    }

    /** No two events of a rep share day and number, nor any two an id. */
    private static void numbered(CasesRecorder run) {
        List<String> places = Stream.concat(
                        run.issues.stream().map(event -> event.rep() + " " + place(event.stamp())),
                        run.plans.stream().map(event -> event.rep() + " " + place(event.stamp())))
                .toList();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(run.plans).extracting(event -> event.stamp().id()).doesNotHaveDuplicates();
        assertThat(run.issues).extracting(event -> event.stamp().id()).doesNotHaveDuplicates();
    }

    private static String place(Stamp stamp) {
        return stamp.day() + "/" + stamp.sequence();
    }

    private static void same(CasesRecorder run, CasesRecorder undisturbed) {
        assertThat(run.issues()).isEqualTo(undisturbed.issues());
        assertThat(run.plans()).isEqualTo(undisturbed.plans());
        assertThat(run.recognitions()).isEqualTo(undisturbed.recognitions());
        assertThat(run.results()).isEqualTo(undisturbed.results());
        assertThat(run.tracks).isEqualTo(undisturbed.tracks);
    }

    /** The events are all that it takes to have the states again. */
    private static void rebuilds(CasesRecorder run) {
        run.tracks
                .values()
                .forEach(track -> assertThat(Issue.of(track.events())).isEqualTo(track.issue()));
        Map<String, List<PlanEvent>> byPlan = run.plans().stream().collect(Collectors.groupingBy(PlanEvent::plan));
        byPlan.forEach((id, events) ->
                assertThat(Plan.of(events).status()).isEqualTo(run.progress(id).status()));
    }

    @AfterAll
    static void theHistoriesReachWhatTheyAreFor() {
        assertThat(ISSUES)
                .contains(
                        IssueEvent.Type.RAISED,
                        IssueEvent.Type.REGRESSED,
                        IssueEvent.Type.CORRECTED,
                        IssueEvent.Type.WITHDRAWN,
                        IssueEvent.Type.RESOLVED,
                        IssueEvent.Type.DISMISSED,
                        IssueEvent.Type.ESCALATED);
        assertThat(PLANS)
                .contains(
                        PlanEvent.Type.FIGURE_CORRECTED,
                        PlanEvent.Type.GOAL_REACHED,
                        PlanEvent.Type.PAUSED,
                        PlanEvent.Type.RESUMED,
                        PlanEvent.Type.REVISED,
                        PlanEvent.Type.DEADLINE_PASSED,
                        PlanEvent.Type.COMPLETED);
    }
}
