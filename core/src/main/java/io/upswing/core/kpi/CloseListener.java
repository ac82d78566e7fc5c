package io.upswing.core.kpi;

/** Told of each close of day, while the closing day is still open: for tests and backtests. */
@FunctionalInterface
public interface CloseListener {
    /** Does nothing. */
    CloseListener NONE = (day, ledger) -> {};

    void closing(int day, Ledger ledger);
}
