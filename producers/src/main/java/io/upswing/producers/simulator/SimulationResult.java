package io.upswing.producers.simulator;

/**
 * What publishing a simulation has done.
 *
 * @param finished      whether all days are published; if not, the same simulation run again publishes the rest
 * @param days          days published by this run
 * @param daysBefore    days that were closed already, and not published again
 * @param records       records published, watermarks not counted
 * @param badRecords    those of them that must not count
 */
public record SimulationResult(boolean finished, long days, long daysBefore, long records, long badRecords) {}
