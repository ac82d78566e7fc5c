package io.upswing.core.kpi;

import io.upswing.core.kpi.Changes.Change;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Panes and windows of many subjects (reps, or units), live and exact under corrections.
 *
 * <p>Two days rule it. R, the last day folded: panes hold what was recorded up to R, and changes, by recorded date k, what
 * was recorded later. E, the open day: live is panes plus the changes with k ≤ E, and what was recorded after E waits. So
 * what was known at the close of a day can be looked at later, when R reaches that day, however far E has run ahead.
 *
 * <p>Cost of a fact of the open day: one read and one write of a change. Of a fact of a closed day: one more of the closed
 * sums. Of a close: per subject, a read of one pane for each window, and one.
 */
public final class Ledger {
    private final Panes panes;
    private final Changes changes;
    private final ClosedSums.Store closed;
    private final WindowSettings settings;
    private final List<Window> windows;
    private final Retention retention;
    private int openDay = DayGate.NOT_OPEN;
    private int foldedDay = DayGate.NOT_OPEN;
    /** The subjects of the closed sums, read once: each close asks for them several times. */
    private @Nullable SortedSet<String> known;

    public Ledger(Panes panes, Changes changes, ClosedSums.Store closed, WindowSettings settings) {
        this.panes = panes;
        this.changes = changes;
        this.closed = closed;
        this.settings = settings;
        this.windows = settings.windows();
        this.retention = settings.retention();
    }

    /** Takes up E and R again after a restart. Both {@link DayGate#NOT_OPEN} before the first day. */
    public void resume(int open, int folded) {
        openDay = open;
        foldedDay = folded;
    }

    /** Sums all windows up anew if the store has them of other windows: the configuration has changed. */
    public void adoptWindows() {
        if (isOpen() && !closed.windowKeys().equals(windowKeys())) {
            subjects()
                    .forEach(subject ->
                            closed.put(subject, summed(livePanes(subject).headMap(openDay), openDay)));
            closed.windowKeys(windowKeys());
        }
    }

    private List<String> windowKeys() {
        return windows.stream().map(Window::key).toList();
    }

    /** Opens the first day: what came before any watermark lies in panes, and is summed up. */
    public void openFirst(int day) {
        openDay = day;
        foldedDay = day - 1;
        for (String subject : subjects()) {
            expire(subject, foldedDay);
            closed.put(subject, summed(panes.between(subject, Days.BEFORE_ALL, day - 1), day));
        }
        closed.windowKeys(windowKeys());
    }

    /**
     * Adds what was recorded on k. What is recorded after the open day waits.
     *
     * @return whether it is live now
     */
    public boolean add(String subject, int k, int day, Sums sums) {
        if (known().add(subject)) {
            closed.put(subject, ClosedSums.zero(windows.size()));
        }
        int place = retention.place(day, k);
        Sums kept = Retention.kept(place, sums);
        if (k == Days.BEFORE_ALL) {
            panes.add(subject, place, kept);
            return true;
        }
        changes.put(k, subject, place, changes.get(k, subject, place).plus(kept));
        if (k != openDay) {
            return false;
        }
        addToClosed(subject, place, kept);
        return true;
    }

    private void addToClosed(String subject, int day, Sums sums) {
        if (day >= openDay) {
            return;
        }
        ClosedSums before = closed.get(subject, windows.size());
        ClosedSums after = before.plusBalance(sums.balances());
        Sums flows = sums.flows();
        for (int i = 0; i < windows.size(); i++) {
            if (!flows.isZero() && day >= windows.get(i).firstDay(openDay)) {
                after = after.withWindow(i, after.windows().get(i).plus(flows));
            }
        }
        after = after.withLastActive(lastActive(subject, before.lastActive(), day, flows));
        if (!after.equals(before)) {
            closed.put(subject, after);
        }
    }

    /** The last active closed day, after the flows of a closed day have changed. */
    private int lastActive(String subject, int before, int day, Sums flows) {
        if (day < before || flows.get(Measure.ACTIVITIES) == 0) {
            return before;
        }
        if (WindowSettings.isActive(pane(subject, day))) {
            return day;
        }
        // Looked for only when the last activity of all is taken back.
        return day > before ? before : lastActiveBefore(subject, day);
    }

    private int lastActiveBefore(String subject, int day) {
        int earlier = WindowSettings.lastActive(livePanes(subject).headMap(day));
        return earlier > retention.edge(openDay) ? earlier : Days.BEFORE_ALL;
    }

    /** Closes the open day: each window takes it in and lets go of the day that leaves. The next day is open. */
    public void close() {
        int closing = openDay;
        for (String subject : subjects()) {
            ClosedSums before = closed.get(subject, windows.size());
            ClosedSums after = moved(subject, before, closing);
            if (!after.equals(before)) {
                closed.put(subject, after);
            }
        }
        openDay = closing + 1;
    }

    private ClosedSums moved(String subject, ClosedSums before, int closing) {
        Sums pane = pane(subject, closing);
        Sums flows = pane.flows();
        List<Sums> moved = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            int first = windows.get(i).firstDay(closing);
            int next = windows.get(i).firstDay(closing + 1);
            if (next > closing) {
                moved.add(Sums.ZERO);
                continue;
            }
            Sums sum = before.windows().get(i).plus(flows);
            for (int leaving = first; leaving < next; leaving++) {
                sum = sum.minus(pane(subject, leaving).flows());
            }
            moved.add(sum);
        }
        int lastActive = WindowSettings.isActive(pane) ? closing : before.lastActive();
        return new ClosedSums(moved, before.balance().plus(pane.balances()), lastActive);
    }

    /** Lets the changes that waited for the open day into the closed sums, and returns them. */
    public List<Change> opened() {
        List<Change> waited = changes.recordedOn(openDay);
        waited.forEach(change -> addToClosed(change.subject(), change.day(), change.sums()));
        return waited;
    }

    /** Folds the next day's changes into the panes (R moves on), lets panes expire, and returns what was folded. */
    public List<Change> fold() {
        int day = foldedDay + 1;
        if (day >= openDay) {
            throw new IllegalStateException(Days.text(day) + " is not closed yet");
        }
        List<Change> folded = changes.recordedOn(day);
        for (Change change : folded) {
            panes.add(change.subject(), change.day(), change.sums());
            changes.put(day, change.subject(), change.day(), Sums.ZERO);
        }
        foldedDay = day;
        subjects().forEach(subject -> expire(subject, day));
        return folded;
    }

    private void expire(String subject, int day) {
        panes.between(subject, Days.BEFORE_ALL + 1, retention.edge(day)).forEach((old, sums) -> {
            panes.put(subject, old, Sums.ZERO);
            panes.add(subject, Days.BEFORE_ALL, sums.balances());
        });
    }

    /** The live pane of a day. */
    public Sums pane(String subject, int day) {
        Sums sums = panes.get(subject, day);
        if (isOpen()) {
            for (int k = foldedDay + 1; k <= openDay; k++) {
                sums = sums.plus(changes.get(k, subject, day));
            }
        }
        return sums;
    }

    /** The live panes of a subject that are not zero, future days and the pane before the kept days included. */
    public SortedMap<Integer, Sums> livePanes(String subject) {
        SortedMap<Integer, Sums> live = new TreeMap<>(panes.between(subject, Days.BEFORE_ALL, Integer.MAX_VALUE));
        if (isOpen()) {
            for (int k = foldedDay + 1; k <= openDay; k++) {
                changes.recordedOn(k, subject).forEach((day, sums) -> live.merge(day, sums, Sums::plus));
            }
        }
        live.values().removeIf(Sums::isZero);
        return live;
    }

    /** A pane as known at the close of R. */
    public Sums foldedPane(String subject, int day) {
        return panes.get(subject, day);
    }

    /** The panes as known at the close of R, from the pane before the kept days up to a day. */
    public SortedMap<Integer, Sums> foldedPanes(String subject, int to) {
        return panes.between(subject, Days.BEFORE_ALL, to);
    }

    /** The live sums of each window that ends on the open day, balances included, in the order of the windows. */
    public List<Sums> windowSums(String subject) {
        ClosedSums sums = closed.get(subject, windows.size());
        Sums pane = pane(subject, openDay);
        ClosedSums live = new ClosedSums(
                sums.windows().stream().map(window -> window.plus(pane.flows())).toList(),
                sums.balance().plus(pane.balances()),
                WindowSettings.isActive(pane) ? openDay : sums.lastActive());
        return whole(live, openDay);
    }

    /** The sums of each window that ends on a closed day or today, as known now: from live panes. */
    public List<Sums> windowSumsOn(String subject, int last) {
        return whole(summed(livePanes(subject).headMap(last + 1), last), last);
    }

    private List<Sums> whole(ClosedSums sums, int last) {
        List<Sums> whole = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            Sums flows = sums.windows().get(i);
            whole.add(settings.of(windows.get(i), last, flows, sums.balance(), sums.lastActive(), openDay));
        }
        return whole;
    }

    private ClosedSums summed(SortedMap<Integer, Sums> from, int last) {
        List<Sums> sums = windows.stream()
                .map(window ->
                        Sums.total(from.tailMap(window.firstDay(last)).values()).flows())
                .toList();
        return new ClosedSums(sums, Sums.total(from.values()).balances(), WindowSettings.lastActive(from));
    }

    /** Whether a day is open. */
    public boolean isOpen() {
        return openDay != DayGate.NOT_OPEN;
    }

    /** E. */
    public int openDay() {
        return openDay;
    }

    /** R. */
    public int foldedDay() {
        return foldedDay;
    }

    /** All subjects that have or had a fact, ascending. */
    public List<String> subjects() {
        return List.copyOf(known());
    }

    private SortedSet<String> known() {
        if (known == null) {
            known = new TreeSet<>(closed.subjects());
        }
        return known;
    }

    public List<Window> windows() {
        return windows;
    }

    public Retention retention() {
        return retention;
    }
}
