package io.upswing.producers.csv;

/** Is told how far an import is, after each transaction; for a progress bar. */
@FunctionalInterface
public interface ImportProgress {
    /** Tells nobody. */
    ImportProgress NONE = (daysDone, daysTotal, records) -> {};

    /**
     * Called on the importing thread.
     *
     * @param daysDone days whose records are committed
     * @param daysTotal days of the history
     * @param records records committed, watermarks not counted
     */
    void advanced(long daysDone, long daysTotal, long records);
}
