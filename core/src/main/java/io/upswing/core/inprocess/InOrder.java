package io.upswing.core.inprocess;

/** No drift and no crashes: for backtests. */
public final class InOrder implements Scheduler {
    private int last;

    /** Round robin. */
    @Override
    public int pick(int[] readable) {
        for (int i = 0; i < readable.length; i++) {
            if (readable[i] > last) {
                last = readable[i];
                return i;
            }
        }
        last = readable[0];
        return 0;
    }

    @Override
    public boolean commits() {
        return true;
    }

    @Override
    public boolean crashes() {
        return false;
    }

    @Override
    public boolean emits() {
        return false;
    }
}
