package io.upswing.core.rep;

import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Watermarks;
import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.List;

/**
 * Evaluates the closed days, one by one: each when all partitions of the unit stage have said what the market did on it, with
 * what was known at its close.
 */
final class Evaluations {
    private final RepStores stores;
    private final Roster roster;
    private final Ledger ledger;
    private final KnownAtClose.Sources sources;
    private final Evaluator evaluator;
    private final CaseDesk desk;
    private final Watermarks units = new Watermarks(List.of(new Input(RepStage.UNIT_DAYS, true)));
    /** R. */
    private int evaluated;

    Evaluations(
            RepStores stores,
            Roster roster,
            Ledger ledger,
            WindowSettings windows,
            Evaluator evaluator,
            CaseDesk desk) {
        this.stores = stores;
        this.roster = roster;
        this.ledger = ledger;
        this.sources = new KnownAtClose.Sources(ledger, stores.market(), stores.corrections(), windows);
        this.evaluator = evaluator;
        this.desk = desk;
        EvaluationStore.Progress state = stores.evaluations().load();
        units.restore(state.spans());
        evaluated = state.evaluated();
    }

    /** Takes a pane of the market. One of a day that is evaluated already comes from before this task's first day. */
    void unitDay(UnitDay unitDay) {
        if (hasBegun() && unitDay.closedDay() <= evaluated) {
            takeIn(unitDay);
        } else {
            stores.evaluations().await(unitDay);
        }
    }

    private void takeIn(UnitDay unitDay) {
        String unit = unitDay.unit().key();
        stores.market().forget(unit, ledger.retention().edge(unitDay.closedDay()));
        stores.market().put(unit, unitDay.day(), unitDay.sums());
    }

    /** A partition of the unit stage has said a day. */
    void watermark(Source source, int day, int count) {
        if (units.say(source, day, count)) {
            save();
        }
    }

    private void save() {
        stores.evaluations().save(new EvaluationStore.Progress(evaluated, units.spans()));
    }

    /** The first day opens: evaluations begin with it. */
    void openFirst(int openDay) {
        evaluated = openDay - 1;
        // The unit stage may have begun on an earlier day than this task: those days are known, not evaluated.
        if (!units.spans().isEmpty()) {
            for (int day = units.lowestFirst(); day <= evaluated; day++) {
                stores.evaluations().take(day).forEach(this::takeIn);
            }
        }
        save();
    }

    boolean hasBegun() {
        return evaluated != DayGate.NOT_OPEN;
    }

    /** R, or {@link DayGate#NOT_OPEN}. */
    int evaluated() {
        return evaluated;
    }

    /** Evaluates the next closed day, if nothing holds it. */
    boolean next(int openDay) {
        boolean isClosed = hasBegun() && evaluated + 1 < openDay;
        if (!isClosed || !units.complete() || units.lowest() < evaluated + 1) {
            return false;
        }
        evaluated++;
        save();
        ledger.fold();
        stores.evaluations().take(evaluated).forEach(this::takeIn);
        roster.all().forEach(this::evaluate);
        stores.corrections().forget(evaluated);
        return true;
    }

    private void evaluate(String id) {
        Rep rep = roster.get(id);
        boolean exists = exists(id, rep);
        int edge = ledger.retention().edge(evaluated);
        Rep now = new Rep(rep.timeline().pruned(evaluated, edge), rep.quotas(), exists);
        if (!now.equals(rep)) {
            roster.put(id, now);
        }
        if (exists) {
            KnownAtClose evaluation =
                    new KnownAtClose(id, evaluated, sources, rep.timeline().known(evaluated), true);
            evaluator.evaluate(evaluation);
            if (isPerson(id) && desk.evaluate(evaluation)) {
                stores.outbox().subject(id);
            }
        }
    }

    /** Whether at the close of R HR has told of a rep, or there are facts. */
    private boolean exists(String id, Rep rep) {
        return rep.exists()
                || !rep.timeline().known(evaluated).isEmpty()
                || !ledger.foldedPanes(id, Integer.MAX_VALUE).isEmpty();
    }

    private static boolean isPerson(String id) {
        return !id.equals(Roster.UNASSIGNED);
    }

    /** What is known of a rep at the close of R, for commands. */
    KnownAtClose known(String id) {
        Rep rep = roster.get(id);
        boolean isEvaluated = exists(id, rep) && isPerson(id);
        return new KnownAtClose(id, evaluated, sources, rep.timeline().known(evaluated), isEvaluated);
    }

    /** Which partitions of the unit stage keep the next evaluation. */
    List<String> holding() {
        return hasBegun() ? units.holding(evaluated + 1) : List.of();
    }
}
