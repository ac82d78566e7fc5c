package io.upswing.core.inprocess;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.DealChange;
import io.upswing.core.issues.Rule;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.source.SourceOrder;

/** What stands in a queue. */
sealed interface Message {
    /** A partition of {@code input} has closed the days up to {@code day}. */
    record Watermark(String input, int partition, int day, int count) implements Message {}

    /** A record of the input of deals. */
    record Deal(int partition, String id, SourceOrder order, DealChange change) implements Message {}

    /** A record of the input of activities. */
    record Activity(int partition, String id, SourceOrder order, ActivityChange change) implements Message {}

    /** A record of the input of org changes. */
    record Org(int partition, OrgChange change) implements Message {}

    /** A record of the input of quotas. */
    record Quota(int partition, QuotaChange change) implements Message {}

    /** A record of the input of rules. */
    record OfRule(int partition, Rule rule) implements Message {}

    /** A record of the input of commands. */
    record Command(int partition, RepCommand command) implements Message {}

    /** From the entity to the rep stage. */
    record Fact(String rep, int day, int k, Sums sums, String entity) implements Message {}

    /** From the rep to the unit stage. */
    record UnitSum(OrgUnit unit, int day, int k, Sums sums) implements Message {}

    /** From the unit to the rep stage. */
    record Market(UnitDay unitDay) implements Message {}
}
