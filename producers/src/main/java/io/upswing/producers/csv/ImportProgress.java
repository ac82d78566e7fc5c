package io.upswing.producers.csv;

/** Is told how far an import is, after each transaction; for a progress bar. */
@FunctionalInterface
public interface ImportProgress {
    /** Tells nobody. */
    ImportProgress NONE = (done, total, records) -> {};

    /**
     * Called on the importing thread.
     *
     * @param done what is committed: days of a history; records, and days closed behind them, of a restatement
     * @param total how many there are
     * @param records records committed, watermarks not counted
     */
    void advanced(long done, long total, long records);
}
