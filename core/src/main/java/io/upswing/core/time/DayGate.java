package io.upswing.core.time;

import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * Do day E; what is recorded later waits; close E when everyone upstream has said E.
 *
 * <p>The open day E begins at the lowest first watermark, once every source has said one. From then on a record comes
 * with a recorded date k ≥ E: what is upstream has said all days before E. Records with k = E are handled, those with a
 * later k wait here by (k, arrival). Records with k = −∞ come before the gate has opened, and are handled at once.
 *
 * @param <T> the records that wait
 */
public final class DayGate<T> {
    /** The open day as long as the gate has not opened. */
    public static final int NOT_OPEN = Integer.MAX_VALUE;

    private final GateStore<T> store;
    private final Watermarks watermarks;
    private int openDay;

    public DayGate(Collection<Input> inputs, GateStore<T> store) {
        this.store = store;
        this.watermarks = new Watermarks(inputs);
        GateStore.State state = store.load();
        watermarks.restore(state.spans());
        openDay = state.openDay();
    }

    /** Whether the first day has been opened. */
    public boolean isOpen() {
        return openDay != NOT_OPEN;
    }

    /** E, the first day not yet closed, or {@link #NOT_OPEN}. */
    public int openDay() {
        return openDay;
    }

    /** The last closed day: the one before the open day; or {@link #NOT_OPEN}. */
    public int lastClosedDay() {
        return GateStore.State.dayBefore(openDay);
    }

    /** The first day that was open. Only when {@link #isOpen()}. */
    public int firstDay() {
        return watermarks.lowestFirst();
    }

    /** Takes in a watermark. */
    public void say(Source source, int day, int count) {
        if (watermarks.say(source, day, count)) {
            save();
        }
    }

    /** The recorded date of a record that comes now from a source whose records don't carry one. */
    public int recordedDate(Source source) {
        return watermarks.recordedDate(source);
    }

    /** Opens the first day if all sources have said their first watermark by now; false if it is open already, or not. */
    public boolean openFirstDay() {
        if (isOpen() || !watermarks.complete()) {
            return false;
        }
        openDay = watermarks.lowestFirst();
        save();
        return true;
    }

    /** Whether everyone upstream has said the open day. */
    public boolean mayClose() {
        return isOpen() && watermarks.lowest() >= openDay;
    }

    /** Moves on from the open day to the next. */
    public void close() {
        openDay++;
        save();
    }

    /**
     * Whether a record is handled now.
     *
     * @throws IllegalStateException if it comes from a closed day: the log broke the time model
     */
    public boolean admits(int k) {
        if (k == Days.BEFORE_ALL ? isOpen() : isOpen() && k < openDay) {
            throw new IllegalStateException("a record of " + Days.text(k) + " comes when " + Days.text(openDay)
                    + " is open: its partition said that day before");
        }
        return k == Days.BEFORE_ALL || (isOpen() && k == openDay);
    }

    /** Lets a record wait until its recorded date opens. */
    public void await(int k, T record) {
        store.await(k, record);
    }

    /** Takes out the records that waited for the open day, in order of arrival. */
    public List<T> opened() {
        return store.take(openDay);
    }

    /** Which sources keep the open day from closing. */
    public List<String> holding() {
        return watermarks.holding(isOpen() ? openDay : Days.BEFORE_ALL);
    }

    /** What each source has said. */
    public SortedMap<Source, Watermarks.Span> spans() {
        return watermarks.spans();
    }

    private void save() {
        store.save(new GateStore.State(openDay, watermarks.spans()));
    }
}
