package io.upswing.core.inprocess.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The partitions of all input topics.
 *
 * @param topics  as many partitions of each
 * @param lastDay the last day that every partition says
 */
public record Log(SortedMap<Topic, List<List<Entry>>> topics, int lastDay) {
    public Log {
        SortedMap<Topic, List<List<Entry>>> copies = new TreeMap<>();
        topics.forEach((topic, partitions) ->
                copies.put(topic, partitions.stream().map(List::copyOf).toList()));
        topics = Collections.unmodifiableSortedMap(copies);
    }

    /** What stands in a partition. */
    public sealed interface Entry {}

    /** A change. */
    public record Written(Change change) implements Entry {}

    /** A watermark: the days up to this one are closed. */
    public record Closed(int day) implements Entry {}

    /** Which of a number of partitions holds a key; as the pipeline has it. */
    public static ToIntFunction<String> partitioner(int partitions) {
        return key -> Math.floorMod(key.hashCode(), partitions);
    }

    /** How many partitions each topic has. */
    public int partitions() {
        return of(Topic.DEALS).size();
    }

    /** The partitions of a topic. */
    public List<List<Entry>> of(Topic topic) {
        return Objects.requireNonNull(topics.get(topic));
    }

    /** All partitions of all topics. */
    public Stream<List<Entry>> all() {
        return topics.values().stream().flatMap(List::stream);
    }

    /** All changes. */
    public Stream<Change> changes() {
        return all().flatMap(List::stream)
                .flatMap(entry -> entry instanceof Written(Change change) ? Stream.of(change) : Stream.empty());
    }

    /** How many entries there are. */
    public int size() {
        return all().mapToInt(List::size).sum();
    }

    /** This log without some of its entries, counted over all partitions. */
    public Log without(int from, int to) {
        int[] at = {0};
        IntPredicate stays = index -> index < from || index >= to;
        return with(entry -> stays.test(at[0]++));
    }

    /** This log without some of its changes. */
    public Log without(Predicate<Change> some) {
        return with(entry -> !(entry instanceof Written(Change change) && some.test(change)));
    }

    private Log with(Predicate<Entry> stays) {
        SortedMap<Topic, List<List<Entry>>> kept = new TreeMap<>();
        topics.forEach((topic, partitions) -> {
            List<List<Entry>> some = new ArrayList<>();
            partitions.forEach(
                    partition -> some.add(partition.stream().filter(stays).toList()));
            kept.put(topic, some);
        });
        return new Log(kept, lastDay);
    }

    /** Whether every partition says the last day. */
    public boolean isWhole() {
        Entry last = new Closed(lastDay);
        return all().allMatch(partition -> partition.contains(last));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        topics.forEach((topic, partitions) -> {
            for (int i = 0; i < partitions.size(); i++) {
                text.append(topic).append('/').append(i).append(":\n");
                partitions
                        .get(i)
                        .forEach(entry -> text.append("  ").append(entry).append('\n'));
            }
        });
        return text.toString();
    }
}
