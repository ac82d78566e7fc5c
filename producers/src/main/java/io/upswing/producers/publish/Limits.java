package io.upswing.producers.publish;

import java.time.LocalDate;

/** The bounds of what the stages take; what lies beyond would end in the dead letters, so no event can be built with it. */
public final class Limits {
    /** Of an amount, in minor units of its currency, either way. */
    public static final long MAX_AMOUNT_MINOR = 10_000_000_000_000L;

    /** Of an id, or a word of the CRM's such as a stage, in bytes of UTF-8. */
    public static final int MAX_ID_BYTES = 1024;

    /** The first day that a date may be. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    /** The last day that a date may be; how far it may lie ahead is for the installation to say. */
    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /** Of one rep's share of a deal, in basis points; the least is 1. */
    public static final int MAX_SHARE = 10_000;

    /** Of all shares of a deal together, in basis points. */
    public static final int MAX_SHARES_TOGETHER = 100_000;

    /** Of the leaves in one event of a rep. */
    public static final int MAX_LEAVES = 1_000;

    private Limits() {}
}
