package io.upswing.embedded.registry;

/** Compatibility levels and modes, of a subject or of all. A scope is a subject, or empty: all subjects. */
public final class Settings {
    private final RegistryState state;
    private final ChangeLog log;

    Settings(RegistryState state, ChangeLog log) {
        this.state = state;
        this.log = log;
    }

    /** The level that holds for a scope, set there or further out. */
    public CompatibilityLevel level(String scope) {
        return state.level(scope);
    }

    /**
     * The level set for just this subject.
     *
     * @throws Refusal 40408 when none is
     */
    public CompatibilityLevel ownLevel(String subject) {
        return state.ownLevel(subject).orElseThrow(() -> Refusal.noLevelOfItsOwn(subject));
    }

    /**
     * Sets a scope's level.
     *
     * @throws Refusal 42203 when there is no level of this name
     */
    public CompatibilityLevel setLevel(String scope, String name) {
        CompatibilityLevel level = CompatibilityLevel.named(name).orElseThrow(Refusal::invalidLevel);
        return log.write(append -> {
            append.accept(new Change.LevelSet(scope, level));
            return level;
        });
    }

    /**
     * Takes a scope's level away.
     *
     * @return the level that held
     * @throws Refusal 40401 when a subject has none of its own
     */
    public CompatibilityLevel clearLevel(String scope) {
        return log.write(append -> {
            CompatibilityLevel before = state.level(scope);
            if (state.ownLevel(scope).isPresent()) {
                append.accept(new Change.LevelCleared(scope));
            } else if (!scope.equals(Subjects.GLOBAL)) {
                throw Refusal.subjectNotFound(scope);
            }
            return before;
        });
    }

    /** The mode that holds for a scope, set there or further out. */
    public Mode mode(String scope) {
        return state.mode(scope);
    }

    /**
     * The mode set for just this subject.
     *
     * @throws Refusal 40409 when none is
     */
    public Mode ownMode(String subject) {
        return state.ownMode(subject).orElseThrow(() -> Refusal.noModeOfItsOwn(subject));
    }

    /**
     * Sets a scope's mode.
     *
     * @param force whether IMPORT may be set although there are schemas
     * @throws Refusal 42204 when there is no mode of this name, 42205 for IMPORT where there are schemas
     */
    public Mode setMode(String scope, String name, boolean force) {
        Mode mode = Mode.named(name).orElseThrow(Refusal::invalidMode);
        return log.write(append -> {
            if (mode == Mode.IMPORT && !force && !isEmpty(scope)) {
                throw Refusal.notPermitted("Import mode needs force=true where schemas are registered");
            }
            append.accept(new Change.ModeSet(scope, mode));
            return mode;
        });
    }

    /**
     * Takes a scope's mode away.
     *
     * @return the mode that held
     * @throws Refusal 40401 when a subject has none of its own
     */
    public Mode clearMode(String scope) {
        return log.write(append -> {
            Mode before = state.mode(scope);
            if (state.ownMode(scope).isPresent()) {
                append.accept(new Change.ModeCleared(scope));
            } else if (!scope.equals(Subjects.GLOBAL)) {
                throw Refusal.subjectNotFound(scope);
            }
            return before;
        });
    }

    private boolean isEmpty(String scope) {
        return scope.equals(Subjects.GLOBAL)
                ? state.all(false).isEmpty()
                : state.versions(scope, false).isEmpty();
    }
}
