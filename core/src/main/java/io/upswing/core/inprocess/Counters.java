package io.upswing.core.inprocess;

/** Collects {@link Statistics}. */
final class Counters {
    private long waited;
    private int widestDrift;
    private long crashes;
    private long crashesAfterUncommittedMarks;
    private long balancesMoved;

    void waited() {
        waited++;
    }

    void drift(int days) {
        widestDrift = Math.max(widestDrift, days);
    }

    void crashed(boolean watermarkReadAgain) {
        crashes++;
        crashesAfterUncommittedMarks += watermarkReadAgain ? 1 : 0;
    }

    void balanceMoved() {
        balancesMoved++;
    }

    Statistics statistics() {
        return new Statistics(waited, widestDrift, crashes, crashesAfterUncommittedMarks, balancesMoved);
    }
}
