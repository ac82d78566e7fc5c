package io.upswing.producers.simulator;

/** The topics are not in a state in which a simulation can be published to them. */
public final class SimulationRefusedException extends RuntimeException {
    SimulationRefusedException(String message) {
        super(message);
    }

    SimulationRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
