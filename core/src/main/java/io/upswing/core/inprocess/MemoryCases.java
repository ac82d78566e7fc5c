package io.upswing.core.inprocess;

import io.upswing.core.issues.Track;
import io.upswing.core.rep.Cases;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Issues and plans on the heap, taken back by a crash. */
final class MemoryCases implements Cases {
    private final JournaledMap<Key, Track> tracks;
    private final JournaledMap<Key, File> plans;
    private final JournaledMap<String, Count> counts;

    private record Key(String rep, String id) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::rep).thenComparing(Key::id);
    }

    private record Count(int day, int events) {}

    MemoryCases(Journal journal) {
        tracks = new JournaledMap<>(journal, Key.ORDER);
        plans = new JournaledMap<>(journal, Key.ORDER);
        counts = new JournaledMap<>(journal, Comparator.naturalOrder());
    }

    private static <V> SortedMap<String, V> of(JournaledMap<Key, V> map, String rep) {
        SortedMap<String, V> byId = new TreeMap<>();
        map.between(new Key(rep, ""), new Key(rep, "\uffff")).forEach((key, value) -> byId.put(key.id(), value));
        return byId;
    }

    @Override
    public SortedMap<String, Track> tracks(String rep) {
        return of(tracks, rep);
    }

    @Override
    public Track track(String rep, String rule) {
        return tracks.get(new Key(rep, rule)).orElse(Track.NEW);
    }

    @Override
    public void put(String rep, String rule, Track track) {
        tracks.put(new Key(rep, rule), track);
    }

    @Override
    public SortedMap<String, File> plans(String rep) {
        return of(plans, rep);
    }

    @Override
    public File plan(String rep, String id) {
        return plans.get(new Key(rep, id)).orElse(File.NONE);
    }

    @Override
    public void put(String rep, String plan, File file) {
        plans.put(new Key(rep, plan), file);
    }

    @Override
    public int count(String rep, int day) {
        return counts.get(rep)
                .filter(count -> count.day() == day)
                .map(Count::events)
                .orElse(0);
    }

    @Override
    public void count(String rep, int day, int events) {
        counts.put(rep, new Count(day, events));
    }
}
