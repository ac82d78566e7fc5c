package io.upswing.core.kpi;

import io.upswing.core.kpi.Changes.Change;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
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
    private final LivePanes livePanes;
    private final ClosedWindows live;
    /** The same as known at the close of R, whose own pane they lack; of a ledger that is folded day by day. */
    private final Optional<FoldedWindows> folded;

    private final WindowSettings settings;
    private final List<Window> windows;
    private final Retention retention;
    private int openDay = DayGate.NOT_OPEN;
    private int foldedDay = DayGate.NOT_OPEN;
    /** The subjects of the closed sums, read once: each close asks for them several times. */
    private @Nullable SortedSet<String> known;

    private record FoldedWindows(ClosedSums.Store store, ClosedWindows windows) {}

    /** A ledger without sums as known at the close of R: one that is folded as soon as a day closes. */
    public Ledger(Panes panes, Changes changes, ClosedSums.Store closed, WindowSettings settings) {
        this(panes, changes, closed, Optional.empty(), settings);
    }

    /**
     * A ledger.
     *
     * @param evaluated where the sums as known at the close of R are kept, for those who look at windows then
     */
    public Ledger(
            Panes panes,
            Changes changes,
            ClosedSums.Store closed,
            Optional<ClosedSums.Store> evaluated,
            WindowSettings settings) {
        this.panes = panes;
        this.changes = changes;
        this.closed = closed;
        this.livePanes = new LivePanes(panes, changes, this::foldedDay, this::openDay);
        this.live = new ClosedWindows(closed, settings, livePanes, Optional.empty());
        Optional<FirstFlows> firstFlows = Optional.of(new FirstFlows(panes, settings.retention()));
        this.folded = evaluated.map(
                store -> new FoldedWindows(store, new ClosedWindows(store, settings, new Folded(), firstFlows)));
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
            subjects().forEach(subject -> live.sum(subject, livePanes(subject).headMap(openDay), openDay));
            closed.windowKeys(windowKeys());
        }
        folded.filter(known -> isOpen() && !known.store().windowKeys().equals(windowKeys()))
                .ifPresent(this::sumFolded);
    }

    private void sumFolded(FoldedWindows known) {
        for (String subject : subjects()) {
            known.windows().sum(subject, panes.between(subject, Days.BEFORE_ALL, foldedDay - 1), foldedDay);
        }
        known.store().windowKeys(windowKeys());
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
            live.sum(subject, panes.between(subject, Days.BEFORE_ALL, day - 1), day);
        }
        closed.windowKeys(windowKeys());
        folded.ifPresent(this::sumFolded);
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
        live.add(subject, openDay, place, kept);
        return true;
    }

    /** Closes the open day: each window takes it in and lets go of the day that leaves. The next day is open. */
    public void close() {
        int closing = openDay;
        subjects().forEach(subject -> live.close(subject, closing));
        openDay = closing + 1;
    }

    /** Lets the changes that waited for the open day into the closed sums, and returns them. */
    public List<Change> opened() {
        List<Change> waited = changes.recordedOn(openDay);
        waited.forEach(change -> live.add(change.subject(), openDay, change.day(), change.sums()));
        return waited;
    }

    /** Folds the next day's changes into the panes (R moves on), lets panes expire, and returns what was folded. */
    public List<Change> fold() {
        int day = foldedDay + 1;
        if (day >= openDay) {
            throw new IllegalStateException(Days.text(day) + " is not closed yet");
        }
        folded.ifPresent(known -> subjects().forEach(subject -> known.windows().close(subject, day - 1)));
        List<Change> news = changes.recordedOn(day);
        for (Change change : news) {
            panes.add(change.subject(), change.day(), change.sums());
            changes.put(day, change.subject(), change.day(), Sums.ZERO);
            folded.ifPresent(known -> known.windows().add(change.subject(), day, change.day(), change.sums()));
        }
        foldedDay = day;
        subjects().forEach(subject -> expire(subject, day));
        return news;
    }

    private void expire(String subject, int day) {
        panes.between(subject, Days.BEFORE_ALL + 1, retention.edge(day)).forEach((old, sums) -> {
            panes.put(subject, old, Sums.ZERO);
            panes.add(subject, Days.BEFORE_ALL, sums.balances());
        });
    }

    /** The live pane of a day. */
    public Sums pane(String subject, int day) {
        return livePanes.pane(subject, day);
    }

    /** The live panes of a subject that are not zero, future days and the pane before the kept days included. */
    public SortedMap<Integer, Sums> livePanes(String subject) {
        return livePanes.panes(subject);
    }

    /** A pane as known at the close of R. */
    public Sums foldedPane(String subject, int day) {
        return panes.get(subject, day);
    }

    /** The panes as known at the close of R, from the pane before the kept days up to a day. */
    public SortedMap<Integer, Sums> foldedPanes(String subject, int to) {
        return panes.between(subject, Days.BEFORE_ALL, to);
    }

    /** The panes as known at the close of R of the days from one to another, both included. */
    public SortedMap<Integer, Sums> foldedPanes(String subject, int from, int to) {
        return panes.between(subject, from, to);
    }

    /** The live sums of each window that ends on the open day, balances included, in the order of the windows. */
    public List<Sums> windowSums(String subject) {
        return whole(ClosedWindows.with(live.get(subject), openDay, pane(subject, openDay)), openDay);
    }

    /** The sums of each window that ends on a closed day or today, as known now: from live panes. */
    public List<Sums> windowSumsOn(String subject, int last) {
        return whole(live.summed(livePanes(subject).headMap(last + 1), last), last);
    }

    /** What was summed up as known at the close of R, of the windows that end on R. */
    public ClosedSums foldedSums(String subject) {
        return ClosedWindows.with(
                folded.orElseThrow().windows().get(subject), foldedDay, panes.get(subject, foldedDay));
    }

    /** The live sums of a fixed period, up to a day, which may lie before it. Cost: the subject's panes. */
    public Sums livePeriod(String subject, int from, int to, int day) {
        int last = Math.min(day, to);
        SortedMap<Integer, Sums> until = livePanes(subject).headMap(last + 1);
        int active = WindowSettings.lastActive(until);
        return WindowSettings.ofPeriod(
                from,
                to,
                last,
                flows(until, from, last),
                Sums.total(until.values()).balances(),
                active > retention.edge(openDay) ? OptionalInt.of(active) : OptionalInt.empty(),
                settings.calendar());
    }

    private static Sums flows(SortedMap<Integer, Sums> until, int from, int last) {
        return from > last
                ? Sums.ZERO
                : Sums.total(until.tailMap(from).values()).flows();
    }

    private final class Folded implements ClosedWindows.Source {
        @Override
        public Sums pane(String subject, int day) {
            return panes.get(subject, day);
        }

        @Override
        public SortedMap<Integer, Sums> panes(String subject) {
            return foldedPanes(subject, Integer.MAX_VALUE);
        }
    }

    private List<Sums> whole(ClosedSums sums, int last) {
        List<Sums> whole = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            Sums flows = sums.windows().get(i);
            whole.add(settings.of(windows.get(i), last, flows, sums.balance(), sums.lastActive(), openDay));
        }
        return whole;
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
