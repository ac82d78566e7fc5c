package io.upswing.core.unit;

import io.upswing.core.kpi.Changes.Change;
import io.upswing.core.kpi.CloseListener;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keyed by org unit. Keeps each unit's panes and windows live, and at each close of day tells the rep stage what is new: the
 * closed pane, and each older pane whose value differs from the one last sent.
 */
public final class UnitStage {
    /** The input of sums, from every partition of the rep stage. */
    public static final String UNIT_SUMS = "unit-sums";

    private final UnitStores stores;
    private final UnitOutput output;
    private final CloseListener closes;
    private final WindowSettings settings;
    private final DayGate<Void> gate;
    private final Ledger ledger;

    public UnitStage(UnitStores stores, UnitOutput output, CloseListener closes, WindowSettings settings) {
        this.stores = stores;
        this.output = output;
        this.closes = closes;
        this.settings = settings;
        gate = new DayGate<>(List.of(new Input(UNIT_SUMS, true)), stores.gate());
        ledger = new Ledger(stores.panes(), stores.changes(), stores.closed(), settings);
        ledger.resume(gate.openDay(), gate.lastClosedDay());
        ledger.adoptWindows();
    }

    /** Takes what is added to a unit's pane. */
    public void sum(OrgUnit unit, int day, int k, Sums sums) {
        gate.admits(k);
        if (ledger.add(unit.key(), k, day, sums)) {
            stores.outbox().subject(unit.key());
        }
    }

    /**
     * Takes a watermark of a partition of the rep stage.
     *
     * @param count how many there are
     */
    public void watermark(int partition, int day, int count) {
        gate.say(new Source(UNIT_SUMS, partition), day, count);
        if (gate.openFirstDay()) {
            ledger.openFirst(gate.openDay());
            opened();
        }
        while (gate.mayClose()) {
            close();
        }
    }

    private void close() {
        int closing = gate.openDay();
        closes.closing(closing, ledger);
        ledger.close();
        gate.close();
        List<Change> folded = ledger.fold();
        if (closing == gate.firstDay()) {
            sendAll(closing);
        } else {
            sendNews(closing, folded);
        }
        output.dayClosed(closing);
        opened();
    }

    private void opened() {
        ledger.opened();
        ledger.subjects().forEach(stores.outbox()::subject);
    }

    /** At the first close: also what came before any watermark. */
    private void sendAll(int closing) {
        for (String unit : ledger.subjects()) {
            SortedSet<Integer> days =
                    new TreeSet<>(ledger.foldedPanes(unit, closing).keySet());
            send(unit, closing, days);
        }
    }

    private void sendNews(int closing, List<Change> folded) {
        Map<String, SortedSet<Integer>> touched = new TreeMap<>();
        for (String unit : ledger.subjects()) {
            touched.put(unit, new TreeSet<>(List.of(Days.BEFORE_ALL, closing)));
            // Of what has expired only the balances are still told, with the pane before the kept days.
            stores.sent().forget(unit, settings.retention().edge(closing));
        }
        for (Change change : folded) {
            if (change.day() <= closing) {
                touched.computeIfAbsent(change.subject(), unit -> new TreeSet<>())
                        .add(change.day());
            }
        }
        touched.forEach((unit, days) -> send(unit, closing, days));
    }

    private void send(String unit, int closing, SortedSet<Integer> days) {
        int edge = settings.retention().edge(closing);
        for (int day : days) {
            Sums now = ledger.foldedPane(unit, day);
            boolean kept = day == Days.BEFORE_ALL || day > edge;
            if (kept && !now.equals(stores.sent().get(unit, day))) {
                output.unitDay(OrgUnit.parse(unit), closing, day, now);
                stores.sent().put(unit, day, now);
            }
        }
    }

    /** Sends what has changed since the last time. */
    public void emit() {
        if (!gate.isOpen()) {
            return;
        }
        for (String unit : stores.outbox().takeSubjects()) {
            output.current(new Snapshot(unit, gate.openDay(), settings.windows(), ledger.windowSums(unit)));
        }
    }

    /** The gate, for those who ask which day is open. */
    public DayGate<Void> gate() {
        return gate;
    }
}
