package io.upswing.core.rep;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.source.SourceOrder;
import java.util.Optional;

/**
 * Where HR says a rep stands.
 *
 * @param effectiveFrom the first day on which it holds, until the next change's
 * @param assignment    the whole state from that day on; empty: what was said for that day is retracted
 */
public record OrgChange(String rep, SourceOrder order, int effectiveFrom, Optional<Assignment> assignment)
        implements OrgRecord {}
