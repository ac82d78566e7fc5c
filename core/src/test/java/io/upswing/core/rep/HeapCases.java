package io.upswing.core.rep;

import io.upswing.core.issues.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Issues, plans, rules and commands on the heap, for tests. */
public final class HeapCases implements Cases, Commands, RuleStore {
    private final Map<String, TreeMap<String, Track>> tracks = new HashMap<>();
    private final Map<String, TreeMap<String, File>> plans = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Map<Integer, List<RepCommand>> waiting = new HashMap<>();
    private final Map<List<String>, CommandResult> results = new HashMap<>();
    private final List<Entry> rules = new ArrayList<>();

    @Override
    public SortedMap<String, Track> tracks(String rep) {
        return new TreeMap<>(tracks.getOrDefault(rep, new TreeMap<>()));
    }

    @Override
    public Track track(String rep, String rule) {
        return tracks(rep).getOrDefault(rule, Track.NEW);
    }

    @Override
    public void put(String rep, String rule, Track track) {
        tracks.computeIfAbsent(rep, id -> new TreeMap<>()).put(rule, track);
    }

    @Override
    public SortedMap<String, File> plans(String rep) {
        return new TreeMap<>(plans.getOrDefault(rep, new TreeMap<>()));
    }

    @Override
    public File plan(String rep, String id) {
        return plans(rep).getOrDefault(id, File.NONE);
    }

    @Override
    public void put(String rep, String plan, File file) {
        plans.computeIfAbsent(rep, id -> new TreeMap<>()).put(plan, file);
    }

    @Override
    public int count(String rep, int day) {
        int[] count = counts.getOrDefault(rep, new int[] {0, 0});
        return count[0] == day ? count[1] : 0;
    }

    @Override
    public void count(String rep, int day, int events) {
        counts.put(rep, new int[] {day, events});
    }

    @Override
    public void await(int k, RepCommand command) {
        waiting.computeIfAbsent(k, day -> new ArrayList<>()).add(command);
    }

    @Override
    public List<RepCommand> take(int k) {
        List<RepCommand> taken = waiting.remove(k);
        return taken == null ? List.of() : taken;
    }

    @Override
    public Optional<CommandResult> result(String rep, String id) {
        return Optional.ofNullable(results.get(List.of(rep, id)));
    }

    @Override
    public void put(CommandResult result) {
        results.put(List.of(result.rep(), result.id()), result);
    }

    @Override
    public void put(Entry entry) {
        rules.add(entry);
    }

    @Override
    public List<Entry> all() {
        return List.copyOf(rules);
    }
}
