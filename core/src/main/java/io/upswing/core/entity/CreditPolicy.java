package io.upswing.core.entity;

/** Who has the credit for a deal that changes hands after it was closed. */
public enum CreditPolicy {
    /** The owner at the version that began the current won or lost spell. */
    KEEP,
    /** The present owner. */
    FOLLOW
}
