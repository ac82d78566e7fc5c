package io.upswing.core.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the upstream partitions of one task have said: the first and the highest watermark of each. Watermarks may be
 * doubled or come late after higher ones; only the highest counts.
 */
public final class Watermarks {
    /**
     * An input of the task.
     *
     * @param name   the topic's role
     * @param fanIn  whether all partitions of the stage upstream write into the one partition that this task reads; then
     *               each watermark says how many there are to wait for
     */
    public record Input(String name, boolean fanIn) {}

    /** One upstream partition of one input. */
    public record Source(String input, int partition) implements Comparable<Source> {
        @Override
        public int compareTo(Source other) {
            int byInput = input.compareTo(other.input);
            return byInput != 0 ? byInput : Integer.compare(partition, other.partition);
        }
    }

    /**
     * What one source has said.
     *
     * @param count how many partitions its input has upstream
     */
    public record Span(int first, int highest, int count) {
        Span upTo(int day) {
            return new Span(first, Math.max(highest, day), count);
        }
    }

    private final Map<String, Boolean> fanIn = new HashMap<>();
    private final SortedMap<Source, Span> spans = new TreeMap<>();

    public Watermarks(Collection<Input> inputs) {
        inputs.forEach(input -> fanIn.put(input.name(), input.fanIn()));
    }

    /** Takes a state of {@link #spans()} back. */
    public void restore(Map<Source, Span> state) {
        spans.clear();
        spans.putAll(state);
    }

    /** The state, as to be stored. */
    public SortedMap<Source, Span> spans() {
        return new TreeMap<>(spans);
    }

    /**
     * A source says that it has closed all days up to {@code day}.
     *
     * @param count the number of upstream partitions, itself included
     * @return whether that was news
     */
    public boolean say(Source source, int day, int count) {
        if (!fanIn.containsKey(source.input())) {
            throw new IllegalArgumentException("no such input: " + source.input());
        }
        Span before = spans.get(source);
        if (before != null && before.highest() >= day) {
            return false;
        }
        spans.put(source, before == null ? new Span(day, day, count) : before.upTo(day));
        return true;
    }

    /** The recorded date of a record that comes now from this source: the day after its highest watermark, or −∞. */
    public int recordedDate(Source source) {
        Span span = spans.get(source);
        return span == null ? Days.BEFORE_ALL : span.highest() + 1;
    }

    /** Whether every source of every input has said its first watermark. */
    public boolean complete() {
        return fanIn.entrySet().stream().allMatch(input -> complete(input.getKey(), input.getValue()));
    }

    private boolean complete(String input, boolean all) {
        Collection<Span> said = of(input).values();
        return !said.isEmpty() && said.size() >= (all ? said.iterator().next().count() : 1);
    }

    /** The lowest first watermark of all sources: the first day of this task. Only when {@link #complete()}. */
    public int lowestFirst() {
        return spans.values().stream().mapToInt(Span::first).min().orElseThrow();
    }

    /** The day up to which all sources have said their days. Only when {@link #complete()}. */
    public int lowest() {
        int lowest = Integer.MAX_VALUE;
        for (Span span : spans.values()) {
            lowest = Math.min(lowest, span.highest());
        }
        return lowest;
    }

    /** The sources that have not said {@code day} yet, of those that have been heard of; and silent inputs by name. */
    public List<String> holding(int day) {
        List<String> holding = new ArrayList<>();
        for (Map.Entry<String, Boolean> input : new TreeMap<>(fanIn).entrySet()) {
            SortedMap<Source, Span> said = of(input.getKey());
            said.forEach((source, span) -> {
                if (span.highest() < day) {
                    holding.add(source.input() + "/" + source.partition());
                }
            });
            if (!complete(input.getKey(), input.getValue())) {
                holding.add(input.getKey() + " (no first watermark yet)");
            }
        }
        return holding;
    }

    private SortedMap<Source, Span> of(String input) {
        return spans.subMap(new Source(input, 0), new Source(input, Integer.MAX_VALUE));
    }
}
