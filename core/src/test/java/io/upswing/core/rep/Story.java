package io.upswing.core.rep;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Track;
import io.upswing.core.kpi.CloseListener;
import io.upswing.core.kpi.HeapChanges;
import io.upswing.core.kpi.HeapClosedSums;
import io.upswing.core.kpi.HeapOutbox;
import io.upswing.core.kpi.HeapPanes;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window.MonthToDate;
import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.Days;
import io.upswing.core.time.HeapGateStore;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import io.upswing.core.unit.UnitOutput;
import io.upswing.core.unit.UnitStage;
import io.upswing.core.unit.UnitStores;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One rep stage and one unit stage, told by hand what is learned and which days are over. Days are days of March 2026; a
 * day beyond 31 runs on into April. What the unit stage says can be held back, so that evaluations lag behind.
 */
final class Story {
    /** In what stories differ. */
    record Settings(int factPartitions, int unitPartitions, int maxDaysAhead, Retention retention) {
        static final Settings USUAL = new Settings(1, 1, 30, Retention.DEFAULT);

        Settings factPartitions(int partitions) {
            return new Settings(partitions, unitPartitions, maxDaysAhead, retention);
        }

        /** The first is the unit stage, the others are silent until the test speaks for them. */
        Settings unitPartitions(int partitions) {
            return new Settings(factPartitions, partitions, maxDaysAhead, retention);
        }

        Settings maxDaysAhead(int days) {
            return new Settings(factPartitions, unitPartitions, days, retention);
        }

        Settings retention(Retention kept) {
            return new Settings(factPartitions, unitPartitions, maxDaysAhead, kept);
        }
    }

    private final Settings settings;
    private final HeapPanes panes = new HeapPanes();
    private final HeapChanges changes = new HeapChanges();
    private final HeapCases cases = new HeapCases();
    private final RepStores repStores = new RepStores(
            new HeapGateStore<>(),
            new HeapEvaluations(),
            new HeapReps(),
            panes,
            changes,
            new HeapClosedSums(),
            new HeapClosedSums(),
            new HeapCorrections(),
            cases,
            cases,
            cases,
            new HeapPanes(),
            new HeapOutbox());
    private final UnitStores unitStores = new UnitStores(
            new HeapGateStore<>(),
            new HeapPanes(),
            new HeapChanges(),
            new HeapClosedSums(),
            new HeapPanes(),
            new HeapOutbox());
    private final Deque<Runnable> toReps = new ArrayDeque<>();
    private final Map<String, NavigableMap<Integer, Sums>> units = new TreeMap<>();
    private final Map<String, Evidence> evaluations = new HashMap<>();
    private final Map<String, List<Integer>> evaluated = new HashMap<>();
    private final Map<String, Snapshot> latest = new HashMap<>();
    private RepStage reps;
    private UnitStage unitStage;
    private boolean held;
    private long version = 100;
    private Optional<Refusal> refusal = Optional.empty();

    /** The sentences of the events of issues and plans, in order. */
    final List<String> told = new ArrayList<>();
    /** Of plans as sent last, by id. */
    final Map<String, Progress> progress = new TreeMap<>();
    /** Of commands, by id. */
    final Map<String, CommandResult> results = new TreeMap<>();
    /** What was told to the rep stage by the unit stage, as text. */
    final List<String> unitDays = new ArrayList<>();
    /** The unit and the day, each time something was added to a unit's pane. */
    final List<String> touched = new ArrayList<>();
    /** What was sent by the last {@link #emit}, by subject. */
    final Map<String, Snapshot> snapshots = new TreeMap<>();
    /** Panes as sent, in order, as text. */
    final List<String> daily = new ArrayList<>();

    Story(Settings settings) {
        this.settings = settings;
        reps = repStage();
        unitStage = unitStage();
    }

    /** The 10th is open; all before is closed and evaluated. */
    static Story begun() {
        return new Story(Settings.USUAL).on(10);
    }

    private RepStage repStage() {
        return new RepStage(
                repStores,
                new FromReps(),
                this::evaluates,
                CloseListener.NONE,
                new RepStage.Settings(
                        windows(),
                        new Bounds(365),
                        settings.maxDaysAhead(),
                        new OrganizationZone(ZoneOffset.UTC),
                        new Wording("EUR", 2)));
    }

    private UnitStage unitStage() {
        return new UnitStage(unitStores, new FromUnits(), CloseListener.NONE, windows());
    }

    private WindowSettings windows() {
        return new WindowSettings(
                List.of(new Rolling(7), new MonthToDate()), settings.retention(), WorkingCalendar.PLAIN);
    }

    /** The epoch day of a day in March 2026. */
    static int march(int day) {
        return Days.of("2026-03-01") + day - 1;
    }

    private static int dayOfMarch(int epochDay) {
        return epochDay - march(1) + 1;
    }

    // What happens

    /** All say that the days before are over: this one is open, if nothing holds it. */
    Story on(int day) {
        for (int partition = 0; partition < settings.factPartitions(); partition++) {
            factsSay(partition, day - 1);
        }
        return orgSays(day - 1);
    }

    Story factsSay(int partition, int day) {
        reps.watermark(RepStage.FACTS, partition, march(day), settings.factPartitions());
        return delivered();
    }

    Story orgSays(int day) {
        reps.watermark(RepStage.REPS, 0, march(day), 1);
        reps.watermark(RepStage.RULES, 0, march(day), 1);
        reps.watermark(RepStage.COMMANDS, 0, march(day), 1);
        return quotasSay(day);
    }

    Story quotasSay(int day) {
        reps.watermark(RepStage.QUOTAS, 0, march(day), 1);
        return delivered();
    }

    /** A fact recorded on the open day. */
    Story revenue(String rep, int day, long amount) {
        return revenue(rep, day, amount, openDay());
    }

    /** A fact recorded on k. */
    Story revenue(String rep, int day, long amount, int k) {
        return fact(rep, day, march(k), new Sums.Builder().add(Measure.REVENUE, amount));
    }

    /** Deals opened, or, below zero, closed; recorded on the open day. */
    Story opened(String rep, int day, long deals) {
        return fact(rep, day, march(openDay()), new Sums.Builder().add(Measure.OPEN_DEALS, deals));
    }

    /** A fact that stands before any watermark. */
    Story history(String rep, int day, long amount) {
        return fact(rep, day, Days.BEFORE_ALL, new Sums.Builder().add(Measure.REVENUE, amount));
    }

    private Story fact(String rep, int day, int k, Sums.Builder sums) {
        return fact(rep, march(day), k, sums.build());
    }

    /** A fact as the entity stage sends it, with epoch days. */
    Story fact(String rep, int epochDay, int k, Sums sums) {
        reps.fact(rep, epochDay, k, sums, "deal:d");
        return delivered();
    }

    /** A change of team; the region stays empty. Each is of a higher version than those before. */
    Story joins(String rep, String team, int from) {
        return joins(rep, team, from, version++);
    }

    Story joins(String rep, String team, int from, long ofVersion) {
        return org(rep, from, ofVersion, Optional.of(assignment(Optional.of(team), Optional.empty())));
    }

    Story isIn(String rep, String team, String region, int from) {
        return org(rep, from, version++, Optional.of(assignment(Optional.of(team), Optional.of(region))));
    }

    Story leaves(String rep, int from) {
        return org(rep, from, version++, Optional.of(assignment(Optional.empty(), Optional.empty())));
    }

    /** What was said for a day is retracted. */
    Story retracted(String rep, int from) {
        return org(rep, from, version++, Optional.empty());
    }

    private static Assignment assignment(Optional<String> team, Optional<String> region) {
        return new Assignment(team, region, OptionalInt.empty(), List.of());
    }

    private Story org(String rep, int from, long ofVersion, Optional<Assignment> assignment) {
        refusal = reps.org(
                0, new OrgChange(rep, new SourceOrder(ofVersion, 0, "e" + ofVersion), march(from), assignment));
        return delivered();
    }

    /** The quota of March, in force from its first day on. */
    Story marchQuota(String rep, long amount) {
        return quota(rep, Period.MONTH, 1, 1, OptionalLong.of(amount), version++);
    }

    /** The quota of March, in force from a later day on. */
    Story marchQuota(String rep, int from, long amount) {
        return quota(rep, Period.MONTH, 1, from, OptionalLong.of(amount), version++);
    }

    /** The quota of the month or fiscal quarter that begins on a day. */
    Story quota(String rep, Period period, int start, int from, OptionalLong amount, long ofVersion) {
        QuotaChange.Slot slot = new QuotaChange.Slot(period, march(start), march(from));
        refusal = reps.quota(0, new QuotaChange(rep, new SourceOrder(ofVersion, 0, "e" + ofVersion), slot, amount));
        return delivered();
    }

    /** From now on what the unit stage says does not arrive. */
    Story holdUnitDays() {
        held = true;
        return this;
    }

    Story releaseUnitDays() {
        held = false;
        return delivered();
    }

    /** Another partition of the unit stage closes a day. */
    Story otherUnitsSay(int day) {
        reps.watermark(RepStage.UNIT_DAYS, 1, march(day), settings.unitPartitions());
        return delivered();
    }

    /** Another partition of the unit stage tells a pane. */
    Story otherUnitsTell(String unit, int closedDay, int day, long revenue) {
        units.computeIfAbsent(unit, key -> new TreeMap<>());
        Sums sums = new Sums.Builder().add(Measure.REVENUE, revenue).build();
        reps.unitDay(new UnitDay(OrgUnit.parse(unit), march(closedDay), march(day), sums));
        return delivered();
    }

    /** Both stages are made anew from what they stored. */
    Story restart() {
        reps = repStage();
        unitStage = unitStage();
        return this;
    }

    Story emit() {
        snapshots.clear();
        daily.clear();
        reps.emit();
        unitStage.emit();
        return this;
    }

    private Story delivered() {
        while (!held && !toReps.isEmpty()) {
            toReps.remove().run();
        }
        return this;
    }

    // What can be seen

    /** E, as a day of March. */
    int openDay() {
        return dayOfMarch(reps.gate().openDay());
    }

    /** R, as a day of March. */
    int evaluatedDay() {
        return dayOfMarch(reps.evaluatedDay());
    }

    RepStage reps() {
        return reps;
    }

    Optional<Refusal> refusal() {
        return refusal;
    }

    /** The revenue of a unit's pane. */
    long revenue(String unit, int day) {
        return panes(unit).getOrDefault(march(day), Sums.ZERO).get(Measure.REVENUE);
    }

    /** A unit's open deals at the close of a day. */
    long open(String unit, int day) {
        return panes(unit).headMap(march(day), true).values().stream()
                .mapToLong(sums -> sums.get(Measure.OPEN_DEALS))
                .sum();
    }

    private NavigableMap<Integer, Sums> panes(String unit) {
        return units.getOrDefault(unit, new TreeMap<>());
    }

    /** A rep's revenue by day, as known at the close of R. */
    SortedMap<Integer, Long> repPanes(String rep) {
        return revenue(panes.between(rep, Days.BEFORE_ALL, Integer.MAX_VALUE));
    }

    /** A rep's revenue that the panes don't hold yet, by recorded date and day. */
    SortedMap<Integer, SortedMap<Integer, Long>> repChanges(String rep) {
        SortedMap<Integer, SortedMap<Integer, Long>> byDay = new TreeMap<>();
        changes.of(rep).forEach((k, sums) -> byDay.put(dayOfMarch(k), revenue(sums)));
        return byDay;
    }

    private static SortedMap<Integer, Long> revenue(Map<Integer, Sums> sums) {
        SortedMap<Integer, Long> revenue = new TreeMap<>();
        sums.forEach((day, pane) -> revenue.put(dayOfMarch(day), pane.get(Measure.REVENUE)));
        return revenue;
    }

    /** A subject's windows as sent last: of 7 days, and of the month to date. */
    List<Sums> windows(String subject) {
        return Optional.ofNullable(latest.get(subject))
                .orElseThrow(() -> new AssertionError("nothing was sent for " + subject))
                .sums();
    }

    /** A subject's live revenue in the window of 7 days. */
    long last7Days(String subject) {
        emit();
        return windows(subject).getFirst().get(Measure.REVENUE);
    }

    /** A subject's KPI in the month to date. */
    KpiValue monthToDate(String subject, Kpi kpi) {
        emit();
        return kpi.of(windows(subject).getLast());
    }

    Evidence evaluation(String rep, int day) {
        return Optional.ofNullable(evaluations.get(rep + " " + day))
                .orElseThrow(() ->
                        new AssertionError(rep + " was not evaluated on " + day + ", only on " + evaluatedDays(rep)));
    }

    /** The days of March for which a rep was evaluated. */
    List<Integer> evaluatedDays(String rep) {
        return evaluated.getOrDefault(rep, List.of());
    }

    // What the stages write

    private void evaluates(Evaluation evaluation) {
        int day = dayOfMarch(evaluation.day());
        evaluations.put(evaluation.rep() + " " + day, new Evidence(evaluation, units.keySet()));
        evaluated.computeIfAbsent(evaluation.rep(), rep -> new ArrayList<>()).add(day);
    }

    private void sent(Snapshot snapshot) {
        snapshots.put(snapshot.subject(), snapshot);
        latest.put(snapshot.subject(), snapshot);
    }

    private final class FromReps implements RepOutput {
        @Override
        public void issue(IssueEvent event) {
            told.add(event.sentence());
        }

        @Override
        public void issueNow(String rep, String rule, Track track) {}

        @Override
        public void plan(PlanEvent event) {
            told.add(event.sentence());
        }

        @Override
        public void planNow(Progress sent) {
            progress.put(sent.plan(), sent);
        }

        @Override
        public void recognition(Recognition recognition) {
            told.add(recognition.kind().id());
        }

        @Override
        public void result(CommandResult result) {
            results.put(result.id(), result);
        }

        @Override
        public void unitSum(OrgUnit unit, int day, int k, Sums sums) {
            touched.add(unit.key() + " " + dayOfMarch(day));
            units.computeIfAbsent(unit.key(), key -> new TreeMap<>()).merge(day, sums, Sums::plus);
            unitStage.sum(unit, day, k, sums);
        }

        @Override
        public void dayClosed(int day) {
            unitStage.watermark(0, day, 1);
        }

        @Override
        public void current(Snapshot snapshot) {
            sent(snapshot);
        }

        @Override
        public void daily(String rep, int day, Sums sums) {
            daily.add(rep + " " + dayOfMarch(day) + " " + sums);
        }
    }

    /** What it says is delivered after the rep stage has finished what it does, as in a queue. */
    private final class FromUnits implements UnitOutput {
        @Override
        public void unitDay(OrgUnit unit, int closedDay, int day, Sums sums) {
            unitDays.add(unit.key() + " " + dayOfMarch(closedDay) + "/" + dayOfMarch(day) + " " + sums);
            toReps.add(() -> reps.unitDay(new UnitDay(unit, closedDay, day, sums)));
        }

        @Override
        public void dayClosed(int day) {
            toReps.add(() -> reps.watermark(RepStage.UNIT_DAYS, 0, day, settings.unitPartitions()));
        }

        @Override
        public void current(Snapshot snapshot) {
            sent(snapshot);
        }
    }
}
