package io.upswing.core.rep;

import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Rule;
import io.upswing.core.kpi.Changes.Change;
import io.upswing.core.kpi.CloseListener;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Outbox;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.List;
import java.util.Optional;

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
    /** The input of unit days, from every partition of the unit stage; it gates evaluations, never the open day. */
    public static final String UNIT_DAYS = "unit-days";

    private final RepStores stores;
    private final RepOutput output;
    private final CloseListener closes;
    private final Settings settings;
    private final Retention retention;
    private final DayGate<OrgRecord> gate;
    private final Ledger ledger;
    private final Roster roster;
    private final UnitShares shares;
    private final OrgData org;
    private final CaseDesk desk;
    private final Evaluations evaluations;

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
        roster = new Roster(stores.reps(), ledger);
        shares = new UnitShares(roster, ledger, output);
        org = new OrgData(roster, shares, retention, fiscalYearStart(), this::addFact);
        desk = new CaseDesk(stores, output, settings.zone(), settings.wording());
        evaluations = new Evaluations(stores, roster, ledger, settings.windows(), evaluator, desk);
        ledger.resume(gate.openDay(), evaluations.evaluated());
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
        shares.changed(rep, day, k, sums);
        changed(rep, day);
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
        if (evaluations.hasBegun() && k <= evaluations.evaluated() + 1) {
            handle(command);
        } else {
            desk.await(k, command);
        }
    }

    private void handle(RepCommand command) {
        String rep = command.header().rep();
        desk.handle(command, evaluations.known(rep));
        stores.outbox().subject(rep);
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
        org.learn(record, k);
        stores.outbox().subject(record.rep());
    }

    /** Takes a pane of the market. */
    public void unitDay(UnitDay unitDay) {
        evaluations.unitDay(unitDay);
    }

    /**
     * Takes a watermark of one of the inputs.
     *
     * @param count how many partitions the input has upstream
     */
    public void watermark(String input, int partition, int day, int count) {
        if (input.equals(UNIT_DAYS)) {
            evaluations.watermark(new Source(input, partition), day, count);
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
        evaluations.openFirst(gate.openDay());
        opened();
        desk.take(Days.BEFORE_ALL).forEach(this::handle);
        handleWaiting();
    }

    /** The commands of the day after R. */
    private void handleWaiting() {
        desk.take(evaluations.evaluated() + 1).forEach(this::handle);
    }

    private boolean closeNext() {
        if (!gate.mayClose() || gate.openDay() > evaluations.evaluated() + settings.maxDaysAhead()) {
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
        roster.all().forEach(stores.outbox()::subject);
    }

    private boolean evaluateNext() {
        boolean isEvaluated = evaluations.next(gate.openDay());
        if (isEvaluated) {
            handleWaiting();
        }
        return isEvaluated;
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
        int edge = retention.edge(evaluations.evaluated());
        for (Outbox.Pane pane : stores.outbox().takePanes()) {
            // One that has expired meanwhile would be sent as zero: what was sent last stands.
            if (pane.day() > edge) {
                output.daily(pane.subject(), pane.day(), ledger.pane(pane.subject(), pane.day()));
            }
        }
    }

    /** How many reps have facts, but HR has told of none of them where they stand. Cost: a look at each rep. */
    public long unknownReps() {
        return roster.unknown();
    }

    /** The gate, for those who ask which day is open. */
    public DayGate<OrgRecord> gate() {
        return gate;
    }

    /** R, the last day evaluated, or {@link DayGate#NOT_OPEN}. */
    public int evaluatedDay() {
        return evaluations.evaluated();
    }

    /** Which partitions of the unit stage keep the next evaluation. */
    public List<String> holdingEvaluation() {
        return evaluations.holding();
    }
}
