package io.upswing.app.stores;

import io.upswing.core.rep.EvaluationStore.Progress;
import io.upswing.core.time.GateStore.State;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.core.time.Watermarks.Span;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A day, and what each upstream partition has said: the state of a gate, and how far evaluations are. */
final class TimeCodec<T> implements Codec<T> {
    static final Codec<State> GATE = new TimeCodec<>(State::openDay, State::spans, State::new);
    static final Codec<Progress> PROGRESS = new TimeCodec<>(Progress::evaluated, Progress::spans, Progress::new);

    private final ToIntFunction<T> day;
    private final Function<T, SortedMap<Source, Span>> spans;
    private final BiFunction<Integer, SortedMap<Source, Span>, T> made;

    private TimeCodec(
            ToIntFunction<T> day,
            Function<T, SortedMap<Source, Span>> spans,
            BiFunction<Integer, SortedMap<Source, Span>, T> made) {
        this.day = day;
        this.spans = spans;
        this.made = made;
    }

    @Override
    public void write(T state, ValueWriter out) {
        out.signed(day.applyAsInt(state));
        out.list(spans.apply(state).entrySet(), (said, to) -> {
            to.text(said.getKey().input());
            to.unsigned(said.getKey().partition());
            to.signed(said.getValue().first());
            to.signed(said.getValue().highest());
            to.unsigned(said.getValue().count());
        });
    }

    @Override
    public T read(ValueReader in) {
        int read = in.signed();
        SortedMap<Source, Span> said = new TreeMap<>();
        for (int left = in.unsigned(); left > 0; left--) {
            said.put(new Source(in.text(), in.unsigned()), new Span(in.signed(), in.signed(), in.unsigned()));
        }
        return made.apply(read, said);
    }
}
