package io.upswing.producers.simulator;

/** How fast a simulation is published. */
public interface Pace {
    /** As fast as the cluster takes it, in transactions of a fair size. */
    Pace FASTEST = new Pace() {
        @Override
        public int recordsPerTransaction() {
            return 2_000;
        }

        @Override
        public void await(long record) {}
    };

    /** After how many records, at the latest, they are committed; at least 1. A transaction must not stay open for long. */
    int recordsPerTransaction();

    /**
     * Waits until a record is due.
     *
     * @param record its number, from 0
     */
    void await(long record);
}
