package io.upswing.core.inprocess.history;

import io.upswing.core.inprocess.history.Log.Closed;
import io.upswing.core.inprocess.history.Log.Entry;
import io.upswing.core.inprocess.history.Log.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Lays a story into partitions and writes watermarks between. */
public final class Layout {
    private final Random random;
    private final int firstDay;
    private final int lastDay;

    public Layout(Random random, int firstDay, int lastDay) {
        this.random = random;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * Each partition says its days as it likes: begins late, stalls, catches up in one jump or day by day, runs ahead,
     * repeats itself. So what is recorded when depends on the partition.
     */
    public Log loose(List<Arrival> story, int partitions) {
        return lay(story, partitions, (arrivals, ignored) -> loose(arrivals));
    }

    /** However many partitions, each change is recorded on the day of its arrival; watermarks without effect vary. */
    public Log exact(List<Arrival> story, int partitions) {
        return lay(story, partitions, this::exact);
    }

    @FunctionalInterface
    private interface Rule {
        List<Entry> partition(List<Arrival> arrivals, boolean first);
    }

    private Log lay(List<Arrival> story, int partitions, Rule rule) {
        ToIntFunction<String> partitioner = Log.partitioner(partitions);
        SortedMap<Topic, List<List<Entry>>> topics = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            List<List<Entry>> laid = new ArrayList<>();
            for (int p = 0; p < partitions; p++) {
                int partition = p;
                List<Arrival> mine = story.stream()
                        .filter(arrival -> arrival.change().topic() == topic
                                && partitioner.applyAsInt(arrival.change().key()) == partition)
                        .toList();
                laid.add(rule.partition(mine, topic == Topic.DEALS && p == 0));
            }
            topics.put(topic, laid);
        }
        return new Log(topics, lastDay);
    }

    private List<Entry> loose(List<Arrival> arrivals) {
        Partition partition = new Partition(arrivals);
        partition.write(Arrival.BEFORE_ALL);
        int firstSaid = firstDay - 1 + (random.nextBoolean() ? 0 : random.nextInt(5));
        int stalled = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            if (stalled > 0) {
                stalled--;
            } else if (day > firstSaid) {
                partition.sayUpTo(random.nextInt(20) == 0 ? Math.min(lastDay, day + 4) : day - 1);
                stalled = random.nextInt(16) == 0 ? 1 + random.nextInt(7) : 0;
            }
            partition.write(day);
        }
        partition.sayUpTo(lastDay);
        partition.write(lastDay + 1);
        return partition.entries;
    }

    private List<Entry> exact(List<Arrival> arrivals, boolean first) {
        Partition partition = new Partition(arrivals);
        partition.write(Arrival.BEFORE_ALL);
        int earliest = arrivals.stream()
                .mapToInt(Arrival::day)
                .filter(day -> day != Arrival.BEFORE_ALL)
                .min()
                .orElse(lastDay);
        // One partition of deals begins at once, so that all tasks open the same first day.
        int firstSaid = first ? firstDay - 1 : firstDay - 1 + random.nextInt(Math.min(4, earliest - firstDay + 1));
        partition.say(firstSaid);
        for (int day = firstDay; day <= lastDay + 1; day++) {
            boolean needed = partition.has(day) || day == lastDay + 1;
            if (needed || random.nextInt(3) == 0) {
                partition.sayUpTo(day - 1);
            }
            partition.write(day);
        }
        return partition.entries;
    }

    private final class Partition {
        private final List<Arrival> arrivals;
        private final List<Entry> entries = new ArrayList<>();
        private int said = Integer.MIN_VALUE;

        Partition(List<Arrival> arrivals) {
            this.arrivals = arrivals;
        }

        boolean has(int day) {
            return arrivals.stream().anyMatch(a -> a.day() == day);
        }

        void write(int day) {
            arrivals.stream().filter(a -> a.day() == day).forEach(a -> entries.add(new Written(a.change())));
        }

        /** Day by day or at once; sometimes twice, or an earlier day again. */
        void sayUpTo(int day) {
            if (said >= firstDay - 1 && random.nextBoolean()) {
                for (int between = said + 1; between < day; between++) {
                    say(between);
                }
            }
            if (day > said) {
                say(day);
            }
            if (random.nextInt(12) == 0) {
                say(said - random.nextInt(3));
            }
        }

        void say(int day) {
            entries.add(new Closed(day));
            said = Math.max(said, day);
        }
    }
}
