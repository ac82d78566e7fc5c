package io.upswing.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.CaseFile;
import io.upswing.app.views.CaseRow;
import io.upswing.app.views.EntityQuestion;
import io.upswing.app.views.EntityRow;
import io.upswing.app.views.Instance;
import io.upswing.app.views.InstanceCases;
import io.upswing.app.views.Part;
import io.upswing.app.views.Placement;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectKpis;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.SubjectPanes;
import io.upswing.app.views.UnavailableException;
import io.upswing.core.entity.Quality;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.IssueEvidence;
import io.upswing.schemas.IssueState;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FigureGaugesTest {
    private static final LocalDate DAY = LocalDate.of(2018, 1, 1);
    private static final Tasks.Id REPS = new Tasks.Id("rep", 0);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Stores stores = new Stores();
    private final FigureGauges gauges = FigureGauges.of(registry, stores, 2);

    @AfterEach
    void close() {
        gauges.close();
    }

    private List<String> samples(String metric) {
        return registry.scrape()
                .lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .toList();
    }

    @Test
    void kpisOfUnitsAreInWholeUnitsOfTheCurrency() {
        stores.team(
                "t1",
                new Sums.Builder()
                        .add(Measure.DEALS_WON, 2)
                        .add(Measure.REVENUE, 1_500_50)
                        .build());

        gauges.read();

        assertThat(samples("upswing_kpi"))
                .contains("upswing_kpi{kpi=\"revenue\",level=\"team\",unit=\"t1\",window=\"30d\"} 1500.5")
                .contains("upswing_kpi{kpi=\"deals_won\",level=\"team\",unit=\"t1\",window=\"30d\"} 2.0");
    }

    @Test
    void aKpiWithoutDataHasNoSeries() {
        stores.team("t1", Sums.ZERO);

        gauges.read();

        assertThat(samples("upswing_kpi"))
                .anyMatch(line -> line.contains("revenue"))
                .noneMatch(line -> line.contains("win_rate"));
    }

    @Test
    void unitsBeyondTheMostAreCountedAsLeftOut() {
        for (int i = 0; i < FigureReader.MOST_UNITS + 3; i++) {
            stores.team("t" + i, Sums.ZERO);
        }

        gauges.read();

        assertThat(samples("upswing_kpi_units_left_out")).containsExactly("upswing_kpi_units_left_out 3.0");
        assertThat(samples("upswing_kpi").stream().filter(line -> line.contains("kpi=\"revenue\"")))
                .hasSize(FigureReader.MOST_UNITS);
    }

    @Test
    void whereThereIsMuchToReadItIsReadLessOftenButNotLessThanOnceAMinute() {
        assertThat(FigureGauges.pauseAfter(Duration.ofMillis(1))).isEqualTo(Duration.ofSeconds(10));
        assertThat(FigureGauges.pauseAfter(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(40));
        assertThat(FigureGauges.pauseAfter(Duration.ofSeconds(20))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void openIssuesAreCountedByTeamAndRule() {
        stores.issue("r1", "t1", "no-activity", "raised");
        stores.issue("r2", "t1", "no-activity", "escalated");
        stores.issue("r3", "t1", "no-activity", "resolved");
        stores.issue("r4", "t2", "quota-pace", "acknowledged");

        gauges.read();

        assertThat(samples("upswing_issues_open"))
                .containsExactlyInAnyOrder(
                        "upswing_issues_open{rule=\"no-activity\",team=\"t1\"} 2.0",
                        "upswing_issues_open{rule=\"quota-pace\",team=\"t2\"} 1.0");
    }

    @Test
    void openPlansAreCountedByPaceAndGoWhenTheyEnd() {
        stores.plan("r1", "t1", "active", "at-risk");
        gauges.read();

        assertThat(samples("upswing_plans_open"))
                .containsExactly("upswing_plans_open{pace=\"at-risk\",status=\"active\",team=\"t1\"} 1.0");

        stores.plans.clear();
        stores.plan("r1", "t1", "completed", "on-track");
        gauges.read();

        assertThat(samples("upswing_plans_open")).isEmpty();
    }

    @Test
    void inputsThatHoldTheOpenDayAreNamedAndStagesAreNot() {
        stores.progress.add(new Progress(REPS, 17, 16, List.of("facts/3", "org.reps/0"), 0));

        gauges.read();

        assertThat(samples("upswing_open_day_held"))
                .containsExactly("upswing_open_day_held{by=\"org.reps/0\",stage=\"rep\",task=\"0\"} 1.0");
    }

    @Test
    void whatCannotBeReadIsNotShown() {
        stores.team("t1", Sums.ZERO);
        stores.issue("r1", "t1", "no-activity", "raised");
        gauges.read();
        assertThat(samples("upswing_issues_open")).hasSize(1);

        stores.away = true;
        gauges.read();

        assertThat(samples("upswing_kpi")).isEmpty();
        assertThat(samples("upswing_issues_open")).isEmpty();
    }

    /** What an instance would read from its stores. */
    private static final class Stores implements Instance, InstanceCases {
        private final List<SubjectKpis> teams = new ArrayList<>();
        private final List<CaseRow<IssueCurrent>> issues = new ArrayList<>();
        private final List<CaseRow<PlanCurrent>> plans = new ArrayList<>();
        private final List<Progress> progress = new ArrayList<>();
        private boolean away;

        void team(String id, Sums sums) {
            int day = (int) DAY.toEpochDay();
            Subject subject = new Subject(SubjectLevel.TEAM, id);
            Snapshot snapshot = new Snapshot(subject.key(), day, List.of(Window.parse("30d", 1)), List.of(sums));
            teams.add(new SubjectKpis(subject, Placement.NONE, day, snapshot));
        }

        private static Placement in(String team) {
            return new Placement(Optional.of(team), Optional.empty());
        }

        void issue(String rep, String team, String rule, String status) {
            IssueEvidence evidence = IssueEvidence.newBuilder()
                    .setMetric("m")
                    .setFrom(DAY)
                    .setTo(DAY)
                    .setValue(0)
                    .setThreshold(0)
                    .setSample(0)
                    .setFigures(List.of())
                    .setMovers(List.of())
                    .setSentence("")
                    .build();
            IssueState state = IssueState.newBuilder()
                    .setIssue("i")
                    .setStatus(status)
                    .setSeverity("warning")
                    .setEpisode(1)
                    .setRuleVersion(1)
                    .setRaisedOn(DAY)
                    .setRunFrom(DAY)
                    .setAcknowledged(false)
                    .setEscalated(false)
                    .setDisputed(false)
                    .setEvidence(evidence)
                    .setSentence("")
                    .build();
            IssueCurrent current = IssueCurrent.newBuilder()
                    .setRep(rep)
                    .setRule(rule)
                    .setPhase("open")
                    .setDetail("")
                    .setClosesInBreach(1)
                    .setIssue(state)
                    .build();
            issues.add(new CaseRow<>(current, in(team)));
        }

        void plan(String rep, String team, String status, String pace) {
            PlanCurrent current = PlanCurrent.newBuilder()
                    .setRep(rep)
                    .setPlan("p1")
                    .setStatus(status)
                    .setOpenDay(DAY)
                    .setDeadline(DAY)
                    .setDaysLeft(0)
                    .setPace(pace)
                    .setGoals(List.of())
                    .setActions(0)
                    .setActionsDone(0)
                    .setActionsLate(0)
                    .setCheckInsHeld(0)
                    .setCheckInsMissed(0)
                    .build();
            plans.add(new CaseRow<>(current, in(team)));
        }

        private void mustBeHere() {
            if (away) {
                throw new UnavailableException("the stores move");
            }
        }

        @Override
        public String address() {
            return "here";
        }

        @Override
        public List<Part> parts(SubjectLevel level, OptionalInt day) {
            mustBeHere();
            return level == SubjectLevel.TEAM
                    ? List.of(new Part(new Tasks.Id("unit", 0), 0, (int) DAY.toEpochDay(), teams, new TreeSet<>()))
                    : List.of();
        }

        @Override
        public Optional<SubjectKpis> kpis(Subject subject, OptionalInt day) {
            return Optional.empty();
        }

        @Override
        public Optional<SubjectPanes> panes(Subject subject) {
            return Optional.empty();
        }

        @Override
        public SortedMap<Tasks.Id, List<EntityRow>> entities(EntityQuestion question) {
            return new TreeMap<>();
        }

        @Override
        public List<Progress> progress() {
            return progress;
        }

        @Override
        public SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality() {
            return new TreeMap<>();
        }

        @Override
        public InstanceCases cases() {
            return this;
        }

        @Override
        public SortedMap<Tasks.Id, List<CaseRow<IssueCurrent>>> issues(Optional<String> rep) {
            mustBeHere();
            return new TreeMap<>(Map.of(REPS, issues));
        }

        @Override
        public Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule) {
            return Optional.empty();
        }

        @Override
        public SortedMap<Tasks.Id, List<CaseRow<PlanCurrent>>> plans(Optional<String> rep) {
            mustBeHere();
            return new TreeMap<>(Map.of(REPS, plans));
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
}
