package io.upswing.app.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.stores.StoreCatalogue;
import io.upswing.app.topology.PartitionCounts;
import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.EntityStores;
import io.upswing.core.entity.Quality;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Track;
import io.upswing.core.kpi.CloseListener;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Recognition;
import io.upswing.core.rep.CommandResult;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.RepOutput;
import io.upswing.core.rep.RepStage;
import io.upswing.core.rep.RepStores;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import io.upswing.core.unit.UnitOutput;
import io.upswing.core.unit.UnitStage;
import io.upswing.core.unit.UnitStores;
import io.upswing.schemas.topics.Murmur2Partitions;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The rep and unit stages over stores on the heap, linked by one queue; days are closed by hand. */
public final class InMemoryStages implements StageStores {
    private final PartitionCounts partitions;
    private final EntityStores entityStores = StoreCatalogue.entity(heap());
    private final List<RepStage> reps = new ArrayList<>();
    private final List<RepStores> repStores = new ArrayList<>();
    private final List<UnitStage> units = new ArrayList<>();
    private final List<UnitStores> unitStores = new ArrayList<>();
    private final Deque<Runnable> messages = new ArrayDeque<>();
    private final List<IssueEvent> issueEvents = new ArrayList<>();
    private final List<PlanEvent> planEvents = new ArrayList<>();
    private long version;

    public InMemoryStages(int repTasks, int unitTasks) {
        partitions = new PartitionCounts(1, repTasks, unitTasks);
        for (int i = 0; i < repTasks; i++) {
            RepStores stores = StoreCatalogue.rep(heap());
            repStores.add(stores);
            reps.add(new RepStage(
                    stores,
                    new FromRep(i),
                    evaluation -> {},
                    CloseListener.NONE,
                    new RepStage.Settings(
                            WindowSettings.defaults(WorkingCalendar.PLAIN),
                            new Bounds(3650),
                            30,
                            new OrganizationZone(ZoneOffset.UTC),
                            new Wording("EUR", 2))));
        }
        for (int i = 0; i < unitTasks; i++) {
            UnitStores stores = StoreCatalogue.unit(heap());
            unitStores.add(stores);
            units.add(new UnitStage(
                    stores, new FromUnit(i), CloseListener.NONE, WindowSettings.defaults(WorkingCalendar.PLAIN)));
        }
    }

    private static Function<String, KeyValueStore<Bytes, byte[]>> heap() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();
        return name -> stores.computeIfAbsent(name, missing -> {
            KeyValueStore<Bytes, byte[]> store =
                    Stores.inMemoryKeyValueStore(missing).get();
            store.init(context.getStateStoreContext(), store);
            return store;
        });
    }

    public ViewSettings settings() {
        return new ViewSettings(
                WindowSettings.defaults(WorkingCalendar.PLAIN), partitions, CreditPolicy.KEEP, 90, "EUR", 2);
    }

    /** A fact that is recorded on the open day, or before any watermark. */
    public InMemoryStages fact(String rep, String day, Sums sums) {
        RepStage stage = reps.get(taskOf(rep, reps.size()));
        int k = stage.gate().isOpen() ? stage.gate().openDay() : Days.BEFORE_ALL;
        stage.fact(rep, Days.of(day), k, sums, "deal:d");
        return pump();
    }

    public InMemoryStages member(String rep, String team, String region, String from) {
        Assignment assignment = new Assignment(Optional.of(team), Optional.of(region), OptionalInt.empty(), List.of());
        int task = taskOf(rep, reps.size());
        SourceOrder order = new SourceOrder(++version, 0, "event-" + version);
        reps.get(task).org(task, new OrgChange(rep, order, Days.of(from), Optional.of(assignment)));
        return pump();
    }

    /** A rule, in every task; as the topic has it, in each partition. */
    public InMemoryStages rule(Rule rule) {
        for (int task = 0; task < reps.size(); task++) {
            reps.get(task).rule(task, rule).ifPresent(refusal -> {
                throw new IllegalArgumentException(refusal.detail());
            });
        }
        return pump();
    }

    public InMemoryStages command(RepCommand command) {
        int task = taskOf(command.header().rep(), reps.size());
        reps.get(task).command(task, command);
        return pump();
    }

    /** What has happened to issues, in the order in which it has. */
    public List<IssueEvent> issueEvents() {
        return issueEvents;
    }

    /** What has happened to plans. */
    public List<PlanEvent> planEvents() {
        return planEvents;
    }

    /** Closes days up to one. The first day that is ever closed is the first that was open. */
    public InMemoryStages close(String day) {
        return close(Days.of(day));
    }

    public InMemoryStages close(int last) {
        int next = reps.getFirst().gate().isOpen() ? reps.getFirst().gate().openDay() : last;
        for (int day = next; day <= last; day++) {
            for (int task = 0; task < reps.size(); task++) {
                reps.get(task).watermark(RepStage.FACTS, 0, day, 1);
                reps.get(task).watermark(RepStage.REPS, task, day, 1);
                reps.get(task).watermark(RepStage.QUOTAS, task, day, 1);
                reps.get(task).watermark(RepStage.RULES, task, day, 1);
                reps.get(task).watermark(RepStage.COMMANDS, task, day, 1);
            }
            pump();
        }
        return this;
    }

    private InMemoryStages pump() {
        while (!messages.isEmpty()) {
            messages.remove().run();
        }
        return this;
    }

    private static int taskOf(String key, int tasks) {
        return Murmur2Partitions.partitionFor(key.getBytes(UTF_8), tasks);
    }

    @Override
    public <T> Optional<T> rep(int partition, Function<RepStores, T> reading) {
        return Optional.of(reading.apply(repStores.get(partition)));
    }

    @Override
    public <T> Optional<T> unit(int partition, Function<UnitStores, T> reading) {
        return Optional.of(reading.apply(unitStores.get(partition)));
    }

    @Override
    public <T> Optional<T> entity(int partition, Function<EntityStores, T> reading) {
        return Optional.of(reading.apply(entityStores));
    }

    /** The entities that views see; no stage writes them. */
    EntityStores entities() {
        return entityStores;
    }

    /** What each rep task counts once. */
    static final Quality.Key ODD = new Quality.Key("crm", "deal", "gap");

    @Override
    public SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality() {
        SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> counts = new TreeMap<>();
        for (int i = 0; i < partitions.deals(); i++) {
            counts.put(new Tasks.Id("entity", i), new TreeMap<>());
        }
        for (int i = 0; i < reps.size(); i++) {
            counts.put(new Tasks.Id("rep", i), new TreeMap<>(Map.of(ODD, 1L)));
        }
        for (int i = 0; i < units.size(); i++) {
            counts.put(new Tasks.Id("unit", i), new TreeMap<>());
        }
        return counts;
    }

    @Override
    public List<Progress> progress() {
        List<Progress> progress = new ArrayList<>(
                List.of(new Progress(new Tasks.Id("entity", 0), DayGate.NOT_OPEN, DayGate.NOT_OPEN, List.of(), 3)));
        for (int i = 0; i < reps.size(); i++) {
            DayGate<?> gate = reps.get(i).gate();
            progress.add(new Progress(
                    new Tasks.Id("rep", i), gate.openDay(), reps.get(i).evaluatedDay(), gate.holding(), 0));
        }
        for (int i = 0; i < units.size(); i++) {
            DayGate<?> gate = units.get(i).gate();
            progress.add(new Progress(new Tasks.Id("unit", i), gate.openDay(), gate.openDay() - 1, gate.holding(), 0));
        }
        return progress;
    }

    /** Only some of the tasks, as if the others ran elsewhere. */
    public StageStores only(Predicate<Tasks.Id> here) {
        return new SomeTasks(this, here);
    }

    /** All tasks in one instance. */
    public Instance instance() {
        return new LocalInstance("here", this, settings());
    }

    /** Queries over one instance with all tasks. */
    public KpiQueries queries() {
        return queries(instance());
    }

    /** Queries over some instances. */
    public KpiQueries queries(Instance... instances) {
        return new Cluster(among(instances), settings());
    }

    /** Queries about issues and plans over some instances. */
    public CaseQueries cases(Instance... instances) {
        return new CaseCluster(among(instances), settings());
    }

    /** Whose is what is found by asking. */
    private Instances among(Instance... instances) {
        return new Instances() {
            @Override
            public Instance holding(Subject subject) {
                String stage = subject.level().stage();
                Tasks.Id task =
                        new Tasks.Id(stage, taskOf(subject.key(), settings().tasks(stage)));
                return all().stream()
                        .filter(instance -> instance.progress().stream()
                                .anyMatch(progress -> progress.id().equals(task)))
                        .findFirst()
                        .orElseThrow(() -> new UnavailableException("nobody runs " + task));
            }

            @Override
            public List<Instance> all() {
                return List.of(instances);
            }
        };
    }

    private final class FromRep implements RepOutput {
        private final int task;

        FromRep(int task) {
            this.task = task;
        }

        @Override
        public void unitSum(OrgUnit unit, int day, int k, Sums sums) {
            messages.add(() -> units.get(taskOf(unit.key(), units.size())).sum(unit, day, k, sums));
        }

        @Override
        public void dayClosed(int day) {
            messages.add(() -> units.forEach(unit -> unit.watermark(task, day, reps.size())));
        }

        @Override
        public void current(Snapshot snapshot) {}

        @Override
        public void daily(String rep, int day, Sums sums) {}

        @Override
        public void issue(IssueEvent event) {
            issueEvents.add(event);
        }

        @Override
        public void issueNow(String rep, String rule, Track track) {}

        @Override
        public void plan(PlanEvent event) {
            planEvents.add(event);
        }

        @Override
        public void planNow(io.upswing.core.plans.Progress progress) {}

        @Override
        public void recognition(Recognition recognition) {}

        @Override
        public void result(CommandResult result) {}
    }

    private final class FromUnit implements UnitOutput {
        private final int task;

        FromUnit(int task) {
            this.task = task;
        }

        @Override
        public void unitDay(OrgUnit unit, int closedDay, int day, Sums sums) {
            messages.add(() -> reps.forEach(rep -> rep.unitDay(new UnitDay(unit, closedDay, day, sums))));
        }

        @Override
        public void dayClosed(int day) {
            messages.add(() -> reps.forEach(rep -> rep.watermark(RepStage.UNIT_DAYS, task, day, units.size())));
        }

        @Override
        public void current(Snapshot snapshot) {}
    }
}
