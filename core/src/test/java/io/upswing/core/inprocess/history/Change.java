package io.upswing.core.inprocess.history;

import io.upswing.core.entity.DealChange;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.source.SourceOrder;

/** What a source says. */
public sealed interface Change {
    /** By which it is partitioned. */
    String key();

    /** Of a deal. */
    record OfDeal(String id, SourceOrder order, DealChange change) implements Change {
        @Override
        public String key() {
            return id;
        }
    }

    /** Of the organization. */
    record OfOrg(OrgChange change) implements Change {
        @Override
        public String key() {
            return change.rep();
        }
    }
}
