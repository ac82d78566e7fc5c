package io.upswing.embedded.registry;

/**
 * A schema under a subject.
 *
 * @param subject its subject, qualified by a context ({@code :.context:name}) unless that is the default one
 * @param version its number in the subject, from 1
 * @param id its id in the registry, from 1; the same text has the same id in all subjects
 * @param text what was registered
 * @param deleted whether it is deleted softly: still found by id, or when deleted versions are asked for
 */
public record SchemaVersion(String subject, int version, int id, SchemaText text, boolean deleted) {

    SchemaVersion softlyDeleted() {
        return new SchemaVersion(subject, version, id, text, true);
    }

    boolean refersTo(SchemaVersion other) {
        return text.references().stream()
                .anyMatch(r -> r.subject().equals(other.subject) && r.version() == other.version);
    }
}
