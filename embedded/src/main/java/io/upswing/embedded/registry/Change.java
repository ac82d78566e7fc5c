package io.upswing.embedded.registry;

/** One entry of the registry's log. A scope is a subject, a context ({@code :.context:}), or empty: all subjects. */
public sealed interface Change {

    /** A version is registered, or deleted softly. */
    record SchemaStored(SchemaVersion schema) implements Change {}

    /** A version is gone for good. */
    record SchemaErased(String subject, int version) implements Change {}

    /** All versions of a subject up to this one are deleted softly. */
    record SubjectDeleted(String subject, int upToVersion) implements Change {}

    /** A compatibility level holds for a scope. */
    record LevelSet(String scope, CompatibilityLevel level) implements Change {}

    /** A scope has no compatibility level of its own any more. */
    record LevelCleared(String scope) implements Change {}

    /** A mode holds for a scope. */
    record ModeSet(String scope, Mode mode) implements Change {}

    /** A scope has no mode of its own any more. */
    record ModeCleared(String scope) implements Change {}
}
