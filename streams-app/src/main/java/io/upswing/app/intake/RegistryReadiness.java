package io.upswing.app.intake;

import java.util.List;

/**
 * Whether all schemas that a stage writes have their ids, which are cached for good. Until then nothing is taken in: a
 * stage that has changed its state must be able to write what follows from it.
 */
public final class RegistryReadiness {
    private final List<Runnable> lookups;
    private boolean ready;

    /** @param lookups each has one schema looked up or registered */
    public RegistryReadiness(List<Runnable> lookups) {
        this.lookups = List.copyOf(lookups);
    }

    /**
     * Asks the registry, if that is still to be done.
     *
     * @throws io.upswing.schemas.registry.RegistryException if it can't be asked now, or refuses
     */
    boolean isReady() {
        if (!ready) {
            lookups.forEach(Runnable::run);
            ready = true;
        }
        return ready;
    }
}
