package io.upswing.core.rep;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Rule;
import io.upswing.core.kpi.Changes.Change;
import io.upswing.core.kpi.CloseListener;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Outbox;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.Timeline.Entry;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.Watermarks;
import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keyed by rep id. Keeps each rep's panes and windows live, passes on to the unit stage what they add to its units, closes
 * days, and evaluates each closed day with what was known at its close.
 *
 * <p>When k opens, its facts go before its org changes: a move moves only what was sent.
 */
public final class RepStage {
    /** The input of facts, from every partition of the entity stage. */
    public static final String FACTS = "facts";
    /** The input of org changes. */
    public static final String REPS = "org.reps";
    /** The input of quotas. */
    public static final String QUOTAS = "org.quotas";
    /** The input of rules, each of which stands in every partition. */
    public static final String RULES = "rules";
    /** The input of commands. */
    public static final String COMMANDS = "commands";
    /** The rep under whom counts what has no owner; HR does not know it. */
    private static final String UNASSIGNED = "unassigned";
    /** The input of unit days, from every partition of the unit stage; it gates evaluations, never the open day. */
    public static final String UNIT_DAYS = "unit-days";

    private final RepStores stores;
    private final RepOutput output;
    private final Evaluator evaluator;
    private final CloseListener closes;
    private final Settings settings;
    private final Retention retention;
    private final DayGate<OrgRecord> gate;
    private final Ledger ledger;
    private final KnownAtClose.Sources sources;
    private final CaseDesk desk;
    private final Watermarks units;
    /** Derived from the timelines. */
    private final Map<String, Membership> memberships = new HashMap<>();

    private int evaluated;

    /**
     * What results depend on, and the bound of how far closing may run ahead.
     *
     * @param maxDaysAhead N: the last closed day is at most R + N; at least 1
     * @param zone         in which days end
     * @param wording      of the sentences of events
     */
    public record Settings(
            WindowSettings windows, Bounds bounds, int maxDaysAhead, OrganizationZone zone, Wording wording) {
        public Settings {
            if (maxDaysAhead < 1) {
                throw new IllegalArgumentException(
                        "closing must be allowed to run at least 1 day ahead of evaluations, not " + maxDaysAhead);
            }
        }
    }

    public RepStage(RepStores stores, RepOutput output, Evaluator evaluator, CloseListener closes, Settings settings) {
        this.stores = stores;
        this.output = output;
        this.evaluator = evaluator;
        this.closes = closes;
        this.settings = settings;
        gate = new DayGate<>(
                List.of(
                        new Input(FACTS, true),
                        new Input(REPS, false),
                        new Input(QUOTAS, false),
                        new Input(RULES, false),
                        new Input(COMMANDS, false)),
                stores.gate());
        retention = settings.windows().retention();
        ledger = new Ledger(
                stores.panes(), stores.changes(), stores.closed(), Optional.of(stores.evaluated()), settings.windows());
        sources = new KnownAtClose.Sources(ledger, stores.market(), stores.corrections(), settings.windows());
        desk = new CaseDesk(stores, output, settings.zone(), settings.wording());
        units = new Watermarks(List.of(new Input(UNIT_DAYS, true)));
        EvaluationStore.Progress state = stores.evaluations().load();
        units.restore(state.spans());
        evaluated = state.evaluated();
        ledger.resume(gate.openDay(), evaluated);
        ledger.adoptWindows();
    }

    /**
     * Takes a fact.
     *
     * @param entity of which it is: kind and id
     */
    public void fact(String rep, int day, int k, Sums sums, String entity) {
        gate.admits(k);
        addFact(rep, day, k, sums, entity);
    }

    private void addFact(String rep, int day, int k, Sums sums, String entity) {
        if (k != Days.BEFORE_ALL && day < k) {
            stores.corrections().add(k, rep, entity, day, sums);
        }
        if (ledger.add(rep, k, day, sums)) {
            live(rep, retention.place(day, k), k, sums);
        }
    }

    private void live(String rep, int day, int k, Sums sums) {
        Sums kept = Retention.kept(day, sums);
        membership(rep).contribute(day, countsOn(day, k), kept, (unit, on, added) -> send(unit, on, k, added));
        changed(rep, day);
    }

    private Membership membership(String rep) {
        return memberships.computeIfAbsent(
                rep, id -> new Membership(stores.reps().get(id).timeline()));
    }

    private void put(String id, Rep rep) {
        stores.reps().put(id, rep);
        memberships.remove(id);
    }

    /** The day whose unit a pane counts in. */
    private int countsOn(int pane, int k) {
        return pane == Days.BEFORE_ALL && k != Days.BEFORE_ALL ? retention.edge(k) : pane;
    }

    private void send(OrgUnit unit, int day, int k, Sums sums) {
        if (!sums.isZero()) {
            output.unitSum(unit, day, k, sums);
        }
    }

    private void changed(String rep, int day) {
        stores.outbox().subject(rep);
        if (day != Days.BEFORE_ALL) {
            stores.outbox().pane(rep, day);
        }
    }

    /**
     * Takes an org change.
     *
     * @param partition of the input from which it comes
     * @return why it was not taken, if so
     */
    public Optional<Refusal> org(int partition, OrgChange change) {
        int k = gate.recordedDate(new Source(REPS, partition));
        Optional<Refusal> refusal = settings.bounds().date("effectiveFrom", change.effectiveFrom(), k);
        if (refusal.isEmpty()) {
            take(change, k);
        }
        return refusal;
    }

    /** Takes a change of a quota, likewise. */
    public Optional<Refusal> quota(int partition, QuotaChange change) {
        int k = gate.recordedDate(new Source(QUOTAS, partition));
        Optional<Refusal> refusal = QuotaBounds.refusal(change, k, settings.bounds(), fiscalYearStart());
        if (refusal.isEmpty()) {
            take(change, k);
        }
        return refusal;
    }

    /**
     * Takes a version of a rule.
     *
     * @return why it was not taken, if so
     */
    public Optional<Refusal> rule(int partition, Rule rule) {
        int k = gate.recordedDate(new Source(RULES, partition));
        Optional<Refusal> refusal = settings.bounds().date("effective", rule.effective(), k);
        if (refusal.isEmpty()) {
            desk.learn(rule, k);
        }
        return refusal;
    }

    /** Takes a command: it is handled once the day before its recorded date has been evaluated. */
    public void command(int partition, RepCommand command) {
        int k = gate.recordedDate(new Source(COMMANDS, partition));
        if (evaluated != DayGate.NOT_OPEN && k <= evaluated + 1) {
            handle(command);
        } else {
            desk.await(k, command);
        }
    }

    private void handle(RepCommand command) {
        String rep = command.header().rep();
        desk.handle(command, evaluation(rep));
        stores.outbox().subject(rep);
    }

    /** What is known of a rep at the close of R. */
    private KnownAtClose evaluation(String rep) {
        Timeline known = stores.reps().get(rep).timeline().known(evaluated);
        return new KnownAtClose(rep, evaluated, sources, known);
    }

    private int fiscalYearStart() {
        return settings.windows().calendar().fiscalYearStart();
    }

    private void take(OrgRecord record, int k) {
        if (gate.admits(k)) {
            learn(record, k);
        } else {
            gate.await(k, record);
        }
    }

    private void learn(OrgRecord record, int k) {
        switch (record) {
            case OrgChange change -> learn(change, k);
            case QuotaChange change -> learn(change, k);
        }
    }

    /** A quota is live: the facts of the rep's quotas change from what they were to what they are. */
    private void learn(QuotaChange change, int k) {
        Rep before = stores.reps().get(change.rep());
        int edge = k == Days.BEFORE_ALL ? Days.BEFORE_ALL : retention.edge(k);
        Rep after = before.withQuotas(before.quotas().plus(change, edge, fiscalYearStart()));
        put(change.rep(), after);
        SortedMap<Integer, Sums> added = after.quotas().facts(fiscalYearStart());
        before.quotas().facts(fiscalYearStart()).forEach((day, sums) -> added.merge(day, sums.negated(), Sums::plus));
        added.forEach((day, sums) -> {
            if (!sums.isZero()) {
                addFact(change.rep(), day, k, sums, "quota:" + change.slot().text());
            }
        });
        stores.outbox().subject(change.rep());
    }

    /** An org change is live: what the rep's panes add to units moves from where they were to where they are. */
    private void learn(OrgChange change, int k) {
        int from =
                k == Days.BEFORE_ALL ? change.effectiveFrom() : Math.max(change.effectiveFrom(), retention.edge(k) + 1);
        Rep before = stores.reps().get(change.rep());
        Rep after = before.withTimeline(before.timeline().plus(new Entry(change, k, from)));
        put(change.rep(), after);
        move(change.rep(), new Membership(before.timeline()), new Membership(after.timeline()), k);
        stores.outbox().subject(change.rep());
    }

    private void move(String rep, Membership from, Membership to, int k) {
        if (from.equals(to)) {
            return;
        }
        Map<String, Map<Integer, Sums>> moved = new TreeMap<>();
        ledger.livePanes(rep).forEach((day, sums) -> {
            from.contribute(
                    day, countsOn(day, k), sums.negated(), (unit, on, added) -> collect(moved, unit, on, added));
            to.contribute(day, countsOn(day, k), sums, (unit, on, added) -> collect(moved, unit, on, added));
        });
        moved.forEach((unit, days) -> days.forEach((day, sums) -> send(OrgUnit.parse(unit), day, k, sums)));
    }

    private static void collect(Map<String, Map<Integer, Sums>> moved, OrgUnit unit, int day, Sums sums) {
        moved.computeIfAbsent(unit.key(), key -> new TreeMap<>()).merge(day, sums, Sums::plus);
    }

    /** Takes a pane of the market. One of a day that is evaluated already comes from before this task's first day. */
    public void unitDay(UnitDay unitDay) {
        if (evaluated != DayGate.NOT_OPEN && unitDay.closedDay() <= evaluated) {
            takeIn(unitDay);
        } else {
            stores.evaluations().await(unitDay);
        }
    }

    private void takeIn(UnitDay unitDay) {
        String unit = unitDay.unit().key();
        stores.market().forget(unit, retention.edge(unitDay.closedDay()));
        stores.market().put(unit, unitDay.day(), unitDay.sums());
    }

    /**
     * Takes a watermark of one of the inputs.
     *
     * @param count how many partitions the input has upstream
     */
    public void watermark(String input, int partition, int day, int count) {
        if (input.equals(UNIT_DAYS)) {
            if (units.say(new Source(input, partition), day, count)) {
                saveEvaluations();
            }
        } else {
            gate.say(new Source(input, partition), day, count);
        }
        if (gate.openFirstDay()) {
            openFirstDay();
        }
        advance();
    }

    /** A close may allow an evaluation, and an evaluation the next close. */
    private void advance() {
        boolean moved = true;
        while (moved) {
            moved = closeNext() || evaluateNext();
        }
    }

    private void openFirstDay() {
        ledger.openFirst(gate.openDay());
        evaluated = gate.openDay() - 1;
        takeEarlierUnitDays();
        saveEvaluations();
        opened();
        desk.take(Days.BEFORE_ALL).forEach(this::handle);
        handleWaiting();
    }

    /** The commands of the day after R. */
    private void handleWaiting() {
        desk.take(evaluated + 1).forEach(this::handle);
    }

    /** The unit stage may have begun on an earlier day than this task: those days are known, not evaluated. */
    private void takeEarlierUnitDays() {
        if (!units.spans().isEmpty()) {
            for (int day = units.lowestFirst(); day <= evaluated; day++) {
                stores.evaluations().take(day).forEach(this::takeIn);
            }
        }
    }

    private boolean closeNext() {
        if (!gate.mayClose() || gate.openDay() > evaluated + settings.maxDaysAhead()) {
            return false;
        }
        int closing = gate.openDay();
        closes.closing(closing, ledger);
        ledger.close();
        gate.close();
        output.dayClosed(closing);
        opened();
        return true;
    }

    private void opened() {
        int k = gate.openDay();
        for (Change change : ledger.opened()) {
            live(change.subject(), change.day(), k, change.sums());
        }
        gate.opened().forEach(record -> learn(record, k));
        reps().forEach(stores.outbox()::subject);
    }

    /** All reps: those of whom HR has told, and those who have facts. */
    private SortedSet<String> reps() {
        SortedSet<String> reps = new TreeSet<>(stores.reps().ids());
        reps.addAll(ledger.subjects());
        return reps;
    }

    private boolean evaluateNext() {
        if (evaluated == DayGate.NOT_OPEN || evaluated + 1 >= gate.openDay()) {
            return false;
        }
        if (!units.complete() || units.lowest() < evaluated + 1) {
            return false;
        }
        evaluated++;
        saveEvaluations();
        ledger.fold();
        stores.evaluations().take(evaluated).forEach(this::takeIn);
        reps().forEach(this::evaluate);
        stores.corrections().forget(evaluated);
        handleWaiting();
        return true;
    }

    private void evaluate(String id) {
        int edge = retention.edge(evaluated);
        Rep rep = stores.reps().get(id);
        Timeline known = rep.timeline().known(evaluated);
        boolean exists = rep.exists()
                || !known.isEmpty()
                || !ledger.foldedPanes(id, Integer.MAX_VALUE).isEmpty();
        Rep now = new Rep(rep.timeline().pruned(evaluated, edge), rep.quotas(), exists);
        if (!now.equals(rep)) {
            put(id, now);
        }
        if (exists) {
            Evaluation evaluation = new KnownAtClose(id, evaluated, sources, known);
            evaluator.evaluate(evaluation);
            if (!id.equals(UNASSIGNED) && desk.evaluate(evaluation)) {
                stores.outbox().subject(id);
            }
        }
    }

    /** Sends what has changed since the last time. */
    public void emit() {
        if (!gate.isOpen()) {
            return;
        }
        for (String rep : stores.outbox().takeSubjects()) {
            List<Sums> sums = ledger.windowSums(rep);
            output.current(new Snapshot(rep, gate.openDay(), settings.windows().windows(), sums));
            desk.progress(rep, new LiveFigures(ledger, rep, sums), gate.openDay());
        }
        int edge = retention.edge(evaluated);
        for (Outbox.Pane pane : stores.outbox().takePanes()) {
            // One that has expired meanwhile would be sent as zero: what was sent last stands.
            if (pane.day() > edge) {
                output.daily(pane.subject(), pane.day(), ledger.pane(pane.subject(), pane.day()));
            }
        }
    }

    private void saveEvaluations() {
        stores.evaluations().save(new EvaluationStore.Progress(evaluated, units.spans()));
    }

    /** How many reps have facts, but HR has told of none of them where they stand. Cost: a look at each rep. */
    public long unknownReps() {
        return ledger.subjects().stream()
                .filter(rep -> !rep.equals(UNASSIGNED))
                .filter(rep -> stores.reps().get(rep).timeline().isEmpty())
                .filter(rep -> !ledger.livePanes(rep).isEmpty())
                .count();
    }

    /** The gate, for those who ask which day is open. */
    public DayGate<OrgRecord> gate() {
        return gate;
    }

    /** R, the last day evaluated, or {@link DayGate#NOT_OPEN}. */
    public int evaluatedDay() {
        return evaluated;
    }

    /** Which partitions of the unit stage keep the next evaluation. */
    public List<String> holdingEvaluation() {
        return evaluated == DayGate.NOT_OPEN ? List.of() : units.holding(evaluated + 1);
    }
}
