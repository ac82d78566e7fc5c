package io.upswing.producers.simulator;

/** Is told how a simulation's publishing goes on, on the publishing thread. */
public interface SimulationListener {
    /** Listens to nothing. */
    SimulationListener NONE = new SimulationListener() {};

    /** A day's records are made; also of a day that was published before. */
    default void made(SimulatedDay day) {}

    /**
     * Something was committed.
     *
     * @param days    those made so far
     * @param records those committed so far, watermarks not counted
     */
    default void committed(long days, long records) {}

    /** Whether to stop now; asked after each commit. */
    default boolean isToStop() {
        return false;
    }
}
