package io.upswing.core.inprocess.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The partitions of both input topics.
 *
 * @param lastDay the last day that every partition says
 */
public record Log(List<List<Entry>> deals, List<List<Entry>> orgs, int lastDay) {
    public Log {
        deals = deals.stream().map(List::copyOf).toList();
        orgs = orgs.stream().map(List::copyOf).toList();
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
        return deals.size();
    }

    /** How many entries there are. */
    public int size() {
        return deals.stream().mapToInt(List::size).sum()
                + orgs.stream().mapToInt(List::size).sum();
    }

    /** This log without some of its entries, counted over all partitions. */
    public Log without(int from, int to) {
        int[] at = {0};
        return new Log(without(deals, from, to, at), without(orgs, from, to, at), lastDay);
    }

    private static List<List<Entry>> without(List<List<Entry>> topic, int from, int to, int[] at) {
        List<List<Entry>> kept = new ArrayList<>();
        for (List<Entry> partition : topic) {
            List<Entry> entries = new ArrayList<>();
            for (Entry entry : partition) {
                if (at[0] < from || at[0] >= to) {
                    entries.add(entry);
                }
                at[0]++;
            }
            kept.add(entries);
        }
        return kept;
    }

    /** Whether every partition says the last day. */
    public boolean isWhole() {
        Entry last = new Closed(lastDay);
        return deals.stream().allMatch(p -> p.contains(last)) && orgs.stream().allMatch(p -> p.contains(last));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        print(text, "deals", deals);
        print(text, "orgs", orgs);
        return text.toString();
    }

    private static void print(StringBuilder text, String topic, List<List<Entry>> partitions) {
        for (int i = 0; i < partitions.size(); i++) {
            text.append(topic).append('/').append(i).append(":\n");
            partitions.get(i).forEach(entry -> text.append("  ").append(entry).append('\n'));
        }
    }
}
