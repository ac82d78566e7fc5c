package io.upswing.core.rep;

/** What HR says of a rep: it waits until its recorded date opens. */
public sealed interface OrgRecord permits OrgChange, QuotaChange {
    String rep();
}
