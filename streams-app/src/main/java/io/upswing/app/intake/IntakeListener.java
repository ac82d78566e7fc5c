package io.upswing.app.intake;

import io.upswing.core.source.Refusal;

/** For metrics and logs. */
public interface IntakeListener {
    /** How many records of the task wait for the registry now. */
    void waiting(long records);

    /** The registry was asked in vain. */
    void registryUnavailable(Exception failure);

    /** A record goes to the dead letters. */
    void refused(RawRecord record, Refusal refusal);
}
