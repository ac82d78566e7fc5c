package io.upswing.embedded.registry;

import java.util.List;
import java.util.function.Consumer;

/** Deletes versions and subjects: first softly, so that ids stay readable, then for good. */
public final class Deletions {
    private final RegistryState state;
    private final ChangeLog log;

    Deletions(RegistryState state, ChangeLog log) {
        this.state = state;
        this.log = log;
    }

    /**
     * Deletes all versions of a subject softly, and the level and mode set for it.
     *
     * @return the numbers of the versions deleted
     * @throws Refusal 40401, or 40404 when it is deleted already; 42205 by its mode; 42206 when others refer to it
     */
    public List<Integer> deleteSubject(String subject) {
        return log.write(append -> {
            requireWritable(subject);
            List<SchemaVersion> live = state.versions(subject, false);
            if (live.isEmpty()) {
                boolean deletedBefore = !state.versions(subject, true).isEmpty();
                throw deletedBefore ? Refusal.subjectIsDeleted(subject) : Refusal.subjectNotFound(subject);
            }
            live.forEach(this::requireUnreferenced);
            append.accept(new Change.SubjectDeleted(subject, live.getLast().version()));
            clearSettings(subject, append);
            return numbers(live);
        });
    }

    /**
     * Deletes a subject for good, after it was deleted softly.
     *
     * @return the numbers of the versions deleted
     * @throws Refusal 40401, or 40405 when a version is not deleted softly; 42205 by its mode
     */
    public List<Integer> eraseSubject(String subject) {
        return log.write(append -> {
            requireWritable(subject);
            List<SchemaVersion> all = state.versions(subject, true);
            if (all.isEmpty()) {
                throw Refusal.subjectNotFound(subject);
            }
            if (!state.versions(subject, false).isEmpty()) {
                throw Refusal.subjectNotYetDeleted(subject);
            }
            all.forEach(v -> append.accept(new Change.SchemaErased(subject, v.version())));
            return numbers(all);
        });
    }

    /**
     * Deletes one version softly.
     *
     * @param version a number, {@code latest} or -1
     * @return its number
     * @throws Refusal 40401, 40402, 42202, or 40406 when it is deleted already; 42205 by its mode; 42206 when others
     *     refer to it
     */
    public int deleteVersion(String subject, String version) {
        return log.write(append -> {
            requireWritable(subject);
            SchemaVersion found = find(subject, version, false);
            if (found.deleted()) {
                throw Refusal.versionIsDeleted(found);
            }
            requireUnreferenced(found);
            append.accept(new Change.SchemaStored(found.softlyDeleted()));
            if (state.versions(subject, false).isEmpty()) {
                clearSettings(subject, append);
            }
            return found.version();
        });
    }

    /**
     * Deletes one version for good, after it was deleted softly.
     *
     * @return its number
     * @throws Refusal 40401, 40402, 42202, or 40407 when it is not deleted softly; 42205 by its mode
     */
    public int eraseVersion(String subject, String version) {
        return log.write(append -> {
            requireWritable(subject);
            SchemaVersion found = find(subject, version, true);
            if (!found.deleted()) {
                throw Refusal.versionNotYetDeleted(found);
            }
            append.accept(new Change.SchemaErased(subject, found.version()));
            return found.version();
        });
    }

    private SchemaVersion find(String subject, String version, boolean latestMayBeDeleted) {
        int number = VersionNumber.parse(version);
        boolean latest = number == VersionNumber.LATEST;
        List<SchemaVersion> versions = state.versions(subject, !latest || latestMayBeDeleted);
        if (versions.isEmpty()) {
            throw Refusal.subjectNotFound(subject);
        }
        return latest
                ? versions.getLast()
                : versions.stream()
                        .filter(v -> v.version() == number)
                        .findFirst()
                        .orElseThrow(() -> Refusal.versionNotFound(number));
    }

    private void requireWritable(String subject) {
        if (state.mode(subject).readOnly()) {
            throw Refusal.notPermitted("Subject " + subject + " is in read-only mode");
        }
    }

    private void requireUnreferenced(SchemaVersion version) {
        if (state.all(false).stream().anyMatch(v -> v.refersTo(version))) {
            throw Refusal.stillReferenced(version);
        }
    }

    private void clearSettings(String subject, Consumer<Change> append) {
        state.ownLevel(subject).ifPresent(level -> append.accept(new Change.LevelCleared(subject)));
        state.ownMode(subject).ifPresent(mode -> append.accept(new Change.ModeCleared(subject)));
    }

    private static List<Integer> numbers(List<SchemaVersion> versions) {
        return versions.stream().map(SchemaVersion::version).toList();
    }
}
