package io.upswing.app.topology;

/**
 * How many partitions the topics have.
 *
 * @param deals of the inputs of the entity stage
 * @param reps  of the inputs of the rep stage
 * @param units of the input of the unit stage
 */
public record PartitionCounts(int deals, int reps, int units) {
    public PartitionCounts {
        if (deals < 1 || reps < 1 || units < 1) {
            throw new IllegalArgumentException("a stage has at least one partition");
        }
    }
}
