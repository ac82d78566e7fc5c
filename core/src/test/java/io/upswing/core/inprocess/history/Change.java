package io.upswing.core.inprocess.history;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.DealChange;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.source.SourceOrder;

/** What a source says. */
public sealed interface Change {
    /** By which it is partitioned. */
    String key();

    /** Where it is written. */
    Topic topic();

    /** Of a deal. */
    record OfDeal(String id, SourceOrder order, DealChange change) implements Change {
        @Override
        public String key() {
            return id;
        }

        @Override
        public Topic topic() {
            return Topic.DEALS;
        }
    }

    /** Of an activity. */
    record OfActivity(String id, SourceOrder order, ActivityChange change) implements Change {
        @Override
        public String key() {
            return id;
        }

        @Override
        public Topic topic() {
            return Topic.ACTIVITIES;
        }
    }

    /** Of the organization. */
    record OfOrg(OrgChange change) implements Change {
        @Override
        public String key() {
            return change.rep();
        }

        @Override
        public Topic topic() {
            return Topic.REPS;
        }
    }

    /** Of a quota. */
    record OfQuota(QuotaChange change) implements Change {
        @Override
        public String key() {
            return change.rep();
        }

        @Override
        public Topic topic() {
            return Topic.QUOTAS;
        }
    }
}
