package io.upswing.app.topology;

import io.upswing.app.avro.AvroSums;
import io.upswing.app.avro.CommandEvents;
import io.upswing.app.avro.Ids;
import io.upswing.app.avro.PlanTermsAvro;
import io.upswing.app.avro.QuotaEvents;
import io.upswing.app.avro.RefusedException;
import io.upswing.app.avro.RepEvents;
import io.upswing.app.avro.Snapshots;
import io.upswing.app.intake.RawRecord;
import io.upswing.app.stores.StoreCatalogue;
import io.upswing.app.topology.Emission.Route;
import io.upswing.core.entity.Quality;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Track;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.rep.CommandResult;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.RepOutput;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.Refusal;
import io.upswing.core.time.Days;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.producers.rules.CelConditions;
import io.upswing.producers.rules.RuleEvents;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.Fact;
import io.upswing.schemas.KpiDay;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.UnitDay;
import io.upswing.schemas.UnitSum;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * The rep stage in the topology: facts, org changes, quotas, rules, commands and unit days in; KPIs, unit sums, issues and
 * plans out.
 */
final class RepTask implements StageProcessor.StageTask, RepOutput {
    static final String STAGE = "rep";

    private final Plumbing plumbing;
    private final Outlet outlet;
    private final Topic<String, RepEvent> reps;
    private final Topic<String, QuotaEvent> quotas;
    private final QuotaEvents quotaEvents;
    private final Topic<String, RuleEvent> rules;
    private final RuleEvents ruleEvents;
    private final Topic<String, CommandEvent> commands;
    private final CommandEvents commandEvents;
    /** By topic, the inputs that come from outside. */
    private final Map<String, String> sources;

    private final CaseOutlet told;
    private final Topic<String, Fact> facts;
    private final Topic<String, UnitDay> unitDays;
    private final Topic<String, UnitSum> unitSums;
    private final Topic<String, KpiSnapshot> current;
    private final Topic<String, KpiDay> daily;
    private final RepStage stage;

    RepTask(Plumbing plumbing, ProcessorContext<byte[], Emission> context, Outlet outlet) {
        this.plumbing = plumbing;
        this.outlet = outlet;
        reps = plumbing.catalogue().reps();
        quotas = plumbing.catalogue().quotas();
        quotaEvents = new QuotaEvents(plumbing.entity().reportingCurrency());
        rules = plumbing.catalogue().rules();
        int fiscalYearStart = plumbing.rep().windows().calendar().fiscalYearStart();
        ruleEvents = new RuleEvents(new CelConditions(), fiscalYearStart);
        commands = plumbing.catalogue().commands();
        commandEvents = new CommandEvents(new PlanTermsAvro(fiscalYearStart));
        sources = Map.of(
                reps.name(), RepStage.REPS,
                quotas.name(), RepStage.QUOTAS,
                rules.name(), RepStage.RULES,
                commands.name(), RepStage.COMMANDS);
        told = new CaseOutlet(plumbing.catalogue(), outlet);
        facts = plumbing.facts();
        unitDays = plumbing.catalogue().unitDays();
        unitSums = plumbing.unitSums();
        current = plumbing.catalogue().kpiCurrent();
        daily = plumbing.catalogue().kpiDaily();
        int task = context.taskId().partition();
        StageObserver observer = plumbing.observer();
        stage = new RepStage(
                StoreCatalogue.rep(context::getStateStore),
                this,
                evaluation -> observer.evaluates(task, evaluation),
                (day, ledger) -> observer.repCloses(task, day, ledger),
                plumbing.rep());
    }

    @Override
    public Runnable decode(RawRecord record) {
        String topic = record.topic();
        if (topic.equals(reps.name())) {
            return org(record);
        }
        if (topic.equals(quotas.name())) {
            return quota(record);
        }
        if (topic.equals(rules.name())) {
            return rule(record);
        }
        if (topic.equals(commands.name())) {
            return command(record);
        }
        return topic.equals(facts.name()) ? fact(record) : unitDay(record);
    }

    private Runnable org(RawRecord record) {
        String rep = Keys.id(record, plumbing.partitions().reps());
        RepEvent event = Keys.value(record, reps);
        OrgChange change = RepEvents.change(rep, event);
        return () -> mustTake(stage.org(record.partition(), change));
    }

    private Runnable quota(RawRecord record) {
        String rep = Keys.id(record, plumbing.partitions().reps());
        QuotaChange change = quotaEvents.change(rep, Keys.value(record, quotas));
        return () -> mustTake(stage.quota(record.partition(), change));
    }

    private Runnable rule(RawRecord record) {
        String id = Ids.ofKey(record.key());
        RuleEvent event = Keys.value(record, rules);
        Rule rule = ruleEvents.decode(id, event);
        return () -> mustTake(stage.rule(record.partition(), rule));
    }

    private Runnable command(RawRecord record) {
        String rep = Keys.id(record, plumbing.partitions().reps());
        RepCommand command = commandEvents.command(rep, Keys.value(record, commands));
        return () -> stage.command(record.partition(), command);
    }

    private static void mustTake(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    private Runnable fact(RawRecord record) {
        String rep = Ids.ofInternalKey(record.key());
        Fact fact = Keys.value(record, facts);
        Sums sums = AvroSums.fromAvro(fact.getMeasures());
        int day = Days.checked(fact.getDay());
        int k = AvroSums.fromAvro(fact.getRecordedOn());
        return () -> stage.fact(rep, day, k, sums, fact.getEntity());
    }

    private Runnable unitDay(RawRecord record) {
        OrgUnit unit = OrgUnit.parse(Ids.ofInternalKey(record.key()));
        UnitDay day = Keys.value(record, unitDays);
        io.upswing.core.rep.UnitDay said = new io.upswing.core.rep.UnitDay(
                unit,
                Days.checked(day.getClosedDay()),
                AvroSums.fromAvro(day.getDay()),
                AvroSums.fromAvro(day.getMeasures()));
        return () -> stage.unitDay(said);
    }

    @Override
    public void watermark(RawRecord record, WatermarkRecord watermark) {
        String topic = record.topic();
        @Nullable String input = sources.get(topic);
        if (input != null) {
            Source source = new Source(input, record.partition());
            int day = WatermarkBounds.day(watermark, stage.gate(), source);
            stage.watermark(source.input(), source.partition(), day, 1);
        } else if (topic.equals(facts.name())) {
            said(RepStage.FACTS, watermark, plumbing.partitions().deals());
        } else {
            said(RepStage.UNIT_DAYS, watermark, plumbing.partitions().units());
        }
    }

    private void said(String input, WatermarkRecord watermark, int partitions) {
        stage.watermark(input, watermark.fromPartition(), WatermarkBounds.day(watermark, partitions), partitions);
    }

    @Override
    public void unitSum(OrgUnit unit, int day, int k, Sums sums) {
        UnitSum sum = new UnitSum(AvroSums.toAvro(day), AvroSums.toAvro(k), AvroSums.toAvro(sums));
        outlet.write(Route.UNIT_SUMS, unit.key(), unitSums, sum);
    }

    @Override
    public void dayClosed(int day) {
        outlet.watermark(Route.UNIT_SUMS, day, plumbing.partitions().reps());
    }

    @Override
    public void current(Snapshot snapshot) {
        outlet.write(Route.KPI_CURRENT, snapshot.subject(), current, Snapshots.toAvro(snapshot));
    }

    @Override
    public void daily(String rep, int day, Sums sums) {
        outlet.write(Route.KPI_DAILY, rep + "|" + Days.date(day), daily, AvroSums.day(rep, day, sums));
    }

    @Override
    public void issue(IssueEvent event) {
        told.issue(event);
    }

    @Override
    public void issueNow(String rep, String rule, Track track) {
        told.issueNow(rep, rule, track);
    }

    @Override
    public void plan(PlanEvent event) {
        told.plan(event);
    }

    @Override
    public void planNow(Progress progress) {
        told.planNow(progress);
    }

    @Override
    public void recognition(Recognition recognition) {
        told.recognition(recognition);
    }

    @Override
    public void result(CommandResult result) {
        told.result(result);
    }

    @Override
    public void emit() {
        stage.emit();
    }

    @Override
    public int openDay() {
        return stage.gate().openDay();
    }

    @Override
    public int evaluatedDay() {
        return stage.evaluatedDay();
    }

    @Override
    public List<String> holding() {
        return stage.gate().holding();
    }

    @Override
    public SortedMap<Quality.Key, Long> quality() {
        SortedMap<Quality.Key, Long> counts = new TreeMap<>();
        long unknown = stage.unknownReps();
        if (unknown > 0) {
            counts.put(new Quality.Key("", "rep", "unknown"), unknown);
        }
        return counts;
    }

    @Override
    public List<Runnable> schemaLookups() {
        LocalDate any = LocalDate.EPOCH;
        List<Runnable> lookups = new ArrayList<>(told.schemaLookups());
        lookups.addAll(List.of(
                () -> unitSums.serialized(new UnitSum(0, null, List.of())),
                () -> current.serialized(new KpiSnapshot(any, List.of())),
                () -> daily.serialized(new KpiDay("", any, List.of()))));
        return lookups;
    }
}
