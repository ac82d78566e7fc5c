package io.upswing.app.stores;

import io.upswing.core.issues.Track;
import io.upswing.core.rep.Cases;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** Issues, plans, and how many events a rep has had on the last day with any; each kind under a prefix of its own. */
record StoredCases(Table<Track> tracks, Table<Cases.File> plans, Table<Count> counts) implements Cases {
    private static final byte TRACK = 0;
    private static final byte PLAN = 1;
    private static final byte COUNT = 2;

    /** Of a rep. */
    record Count(int day, int events) {}

    StoredCases(ByteStore store) {
        this(
                new Table<>(store, new RecordCodec<>(Track.class)),
                new Table<>(store, new RecordCodec<>(Cases.File.class)),
                new Table<>(store, new RecordCodec<>(Count.class)));
    }

    private static <V> SortedMap<String, V> of(Table<V> table, byte prefix, String rep) {
        SortedMap<String, V> byId = new TreeMap<>();
        table.range(
                Keys.under(prefix, Keys.subject(rep)),
                Keys.under(prefix, Keys.afterPairs(rep)),
                (key, value) -> byId.put(Keys.secondAt(key, 1), value));
        return byId;
    }

    private static Bytes key(byte prefix, String rep, String id) {
        return Keys.under(prefix, Keys.pair(rep, id));
    }

    @Override
    public SortedMap<String, Track> tracks(String rep) {
        return of(tracks, TRACK, rep);
    }

    @Override
    public Track track(String rep, String rule) {
        return tracks.get(key(TRACK, rep, rule)).orElse(Track.NEW);
    }

    @Override
    public void put(String rep, String rule, Track track) {
        tracks.put(key(TRACK, rep, rule), track);
    }

    @Override
    public SortedMap<String, File> plans(String rep) {
        return of(plans, PLAN, rep);
    }

    @Override
    public File plan(String rep, String id) {
        return plans.get(key(PLAN, rep, id)).orElse(File.NONE);
    }

    @Override
    public void put(String rep, String plan, File file) {
        plans.put(key(PLAN, rep, plan), file);
    }

    @Override
    public int count(String rep, int day) {
        return counts.get(Keys.under(COUNT, Keys.subject(rep)))
                .filter(count -> count.day() == day)
                .map(Count::events)
                .orElse(0);
    }

    @Override
    public void count(String rep, int day, int events) {
        counts.put(Keys.under(COUNT, Keys.subject(rep)), new Count(day, events));
    }
}
