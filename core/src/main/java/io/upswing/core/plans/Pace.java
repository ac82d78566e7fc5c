package io.upswing.core.plans;

/** How a goal's progress stands to its path. */
public enum Pace {
    AHEAD("ahead"),
    ON_TRACK("on-track"),
    AT_RISK("at-risk"),
    OFF_TRACK("off-track");

    /** Shares of the whole way from baseline to target. */
    private static final double MARGIN = 0.10;

    private static final double RISK = 0.30;

    private static final double ROUNDED = 1e9;

    private final String id;

    Pace(String id) {
        this.id = id;
    }

    /** As in topics and REST. */
    public String id() {
        return id;
    }

    /**
     * Without hysteresis: ahead from a tenth of the way before the path, on track down to a tenth behind it, at risk down to
     * three tenths behind it.
     *
     * @param fraction of the way that is done
     * @param expected of the way, by now
     */
    public static Pace of(double fraction, double expected) {
        // Rounded: that two tenths less one tenth is a little less than a tenth must not matter.
        double before = Math.round((fraction - expected) * ROUNDED) / ROUNDED;
        if (fraction >= 1 || before >= MARGIN) {
            return AHEAD;
        }
        return before >= -MARGIN ? ON_TRACK : before >= -RISK ? AT_RISK : OFF_TRACK;
    }

    /** The worse of two. */
    Pace orWorse(Pace other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
