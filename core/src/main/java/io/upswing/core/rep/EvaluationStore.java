package io.upswing.core.rep;

import io.upswing.core.time.DayGate;
import io.upswing.core.time.Watermarks;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the rep stage keeps how far it has evaluated, and the unit days that wait for their evaluation. */
public interface EvaluationStore {
    /**
     * How far evaluations are.
     *
     * @param evaluated R, the last day evaluated; {@link DayGate#NOT_OPEN} before the first day is open
     * @param spans     what each partition of the unit stage has said
     */
    record Progress(int evaluated, SortedMap<Watermarks.Source, Watermarks.Span> spans) {
        public Progress {
            spans = new TreeMap<>(spans);
        }

        /** Nothing heard yet. */
        public static Progress initial() {
            return new Progress(DayGate.NOT_OPEN, new TreeMap<>());
        }
    }

    /** The stored state, or {@link Progress#initial()}. */
    Progress load();

    void save(Progress progress);

    void await(UnitDay unitDay);

    /** Removes the unit days sent at the close of a day, and returns them in order of arrival. */
    List<UnitDay> take(int closedDay);
}
