package io.upswing.core.inprocess;

import java.util.Random;

/**
 * Any order that the queues allow, from a seed: some queues stall for a while, so that tasks drift apart by days, and tasks
 * crash between any two records.
 */
public final class Shuffled implements Scheduler {
    private final Random random;
    private final double commitChance;
    private final double crashChance;
    private long stalled;
    private int untilNextStall;

    /**
     * @param commitChance after each record
     * @param crashChance  after each record
     */
    public Shuffled(long seed, double commitChance, double crashChance) {
        this.random = new Random(seed);
        this.commitChance = commitChance;
        this.crashChance = crashChance;
    }

    @Override
    public int pick(int[] readable) {
        if (untilNextStall-- <= 0) {
            long some = random.nextLong();
            stalled = some & random.nextLong();
            untilNextStall = random.nextInt(200);
        }
        int start = random.nextInt(readable.length);
        for (int i = 0; i < readable.length; i++) {
            int at = (start + i) % readable.length;
            if ((stalled >>> (readable[at] % Long.SIZE) & 1) == 0) {
                return at;
            }
        }
        return start;
    }

    @Override
    public boolean commits() {
        return random.nextDouble() < commitChance;
    }

    @Override
    public boolean crashes() {
        return random.nextDouble() < crashChance;
    }

    @Override
    public boolean emits() {
        return random.nextInt(20) == 0;
    }
}
