package io.upswing.core.time;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a {@link DayGate} keeps its state and the records that wait.
 *
 * @param <T> the records that wait
 */
public interface GateStore<T> {
    /** The gate's own state. */
    record State(int openDay, SortedMap<Watermarks.Source, Watermarks.Span> spans) {
        public State {
            spans = new TreeMap<>(spans);
        }

        /** The last closed day, or {@link DayGate#NOT_OPEN}. */
        public int lastClosedDay() {
            return dayBefore(openDay);
        }

        static int dayBefore(int openDay) {
            return openDay == DayGate.NOT_OPEN ? DayGate.NOT_OPEN : openDay - 1;
        }

        /** Nothing heard yet. */
        public static State initial() {
            return new State(DayGate.NOT_OPEN, new TreeMap<>(Map.of()));
        }
    }

    /** The stored state, or {@link State#initial()}. */
    State load();

    void save(State state);

    /** Keeps a record until {@link #take} asks for its day. */
    void await(int k, T record);

    /** Removes the records that wait for day k and returns them in order of arrival. */
    List<T> take(int k);
}
