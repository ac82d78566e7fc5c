package io.upswing.embedded.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the registry holds, in memory. Changes only by {@link #apply}, with what is in the log. Safe for use by several
 * threads; every answer is a copy. Searches go over all versions: fine for the hundreds that development has.
 */
public final class RegistryState {
    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private final CompatibilityLevel defaultLevel;
    private int highestId;

    /** An empty registry, in which this level holds as long as no global one is set. */
    public RegistryState(CompatibilityLevel defaultLevel) {
        this.defaultLevel = defaultLevel;
    }

    /** Takes one change in. */
    public synchronized void apply(Change change) {
        switch (change) {
            case Change.SchemaStored stored -> store(stored.schema());
            case Change.SchemaErased erased -> erase(erased.subject(), erased.version());
            case Change.SubjectDeleted deleted -> deleteUpTo(deleted.subject(), deleted.upToVersion());
            case Change.LevelSet set -> levels.put(set.scope(), set.level());
            case Change.LevelCleared cleared -> levels.remove(cleared.scope());
            case Change.ModeSet set -> modes.put(set.scope(), set.mode());
            case Change.ModeCleared cleared -> modes.remove(cleared.scope());
        }
    }

    private void store(SchemaVersion schema) {
        subjects.computeIfAbsent(schema.subject(), s -> new TreeMap<>()).put(schema.version(), schema);
        highestId = Math.max(highestId, schema.id());
    }

    private void erase(String subject, int version) {
        subjects.computeIfPresent(subject, (s, versions) -> {
            versions.remove(version);
            return versions.isEmpty() ? null : versions;
        });
    }

    private void deleteUpTo(String subject, int upToVersion) {
        subjects.computeIfPresent(subject, (s, versions) -> {
            versions.headMap(upToVersion, true).replaceAll((v, schema) -> schema.softlyDeleted());
            return versions;
        });
    }

    /** All versions, by subject and number. */
    public synchronized List<SchemaVersion> all(boolean withDeleted) {
        return everyVersion().filter(v -> withDeleted || !v.deleted()).toList();
    }

    /** The versions of a subject, by number; empty when there is none. */
    public synchronized List<SchemaVersion> versions(String subject, boolean withDeleted) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null
                ? List.of()
                : versions.values().stream()
                        .filter(v -> withDeleted || !v.deleted())
                        .toList();
    }

    /** A version with this id, deleted or not. */
    public synchronized Optional<SchemaVersion> byId(int id) {
        return everyVersion().filter(v -> v.id() == id).findFirst();
    }

    /** The id that this text has in some subject, deleted or not. */
    synchronized Optional<Integer> idOf(SchemaText text) {
        return everyVersion()
                .filter(v -> v.text().equals(text))
                .map(SchemaVersion::id)
                .findFirst();
    }

    /** An id that no version has had since the log was last compacted. */
    synchronized int nextId() {
        return Math.addExact(highestId, 1);
    }

    /** The number that the subject's next version gets. */
    synchronized int nextVersion(String subject) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null || versions.isEmpty() ? 1 : versions.lastKey() + 1;
    }

    /** The level set for just this scope. */
    synchronized Optional<CompatibilityLevel> ownLevel(String scope) {
        return Optional.ofNullable(levels.get(scope));
    }

    /** The level that holds for a subject: its own, its context's, the global one, or the default. */
    synchronized CompatibilityLevel level(String subject) {
        return nearest(levels, subject).orElse(defaultLevel);
    }

    /** The mode set for just this scope. */
    synchronized Optional<Mode> ownMode(String scope) {
        return Optional.ofNullable(modes.get(scope));
    }

    /** The mode that holds for a subject: its own, its context's, the global one, or reading and writing. */
    synchronized Mode mode(String subject) {
        return nearest(modes, subject).orElse(Mode.READWRITE);
    }

    private static <T> Optional<T> nearest(Map<String, T> settings, String subject) {
        String context = Subjects.prefixOf(Subjects.contextOf(subject));
        return Stream.of(subject, context, Subjects.GLOBAL)
                .filter(settings::containsKey)
                .map(settings::get)
                .findFirst();
    }

    private Stream<SchemaVersion> everyVersion() {
        return subjects.values().stream().flatMap(versions -> versions.values().stream());
    }
}
