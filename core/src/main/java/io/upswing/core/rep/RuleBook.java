package io.upswing.core.rep;

import io.upswing.core.issues.Rule;
import io.upswing.core.rep.RuleStore.Entry;
import io.upswing.core.time.Days;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which rules are in force on which day. */
final class RuleBook {
    private final RuleStore store;
    private final SortedMap<String, TreeMap<Integer, Entry>> versions = new TreeMap<>();

    RuleBook(RuleStore store) {
        this.store = store;
        store.all().forEach(this::add);
    }

    private void add(Entry entry) {
        versions.computeIfAbsent(entry.rule().id(), id -> new TreeMap<>())
                .putIfAbsent(entry.rule().version(), entry);
    }

    /** A version that is known already changes nothing. */
    void learn(Rule rule, int k) {
        if (version(rule.id(), rule.version()).isEmpty()) {
            Entry entry = new Entry(rule, k == Days.BEFORE_ALL ? rule.effective() : Math.max(rule.effective(), k));
            store.put(entry);
            add(entry);
        }
    }

    /** Of each rule the highest version that applies on a day. */
    Collection<Rule> inForce(int day) {
        SortedMap<String, Rule> rules = new TreeMap<>();
        versions.forEach((id, known) -> known.descendingMap().values().stream()
                .filter(entry -> entry.appliesFrom() <= day)
                .findFirst()
                .ifPresent(entry -> rules.put(id, entry.rule())));
        return rules.values();
    }

    Optional<Rule> version(String id, int version) {
        TreeMap<Integer, Entry> known = versions.getOrDefault(id, new TreeMap<>());
        return Optional.ofNullable(known.get(version)).map(Entry::rule);
    }
}
