package io.upswing.producers.csv;

import io.upswing.schemas.ActivityState;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepState;
import java.util.List;

/** Rows as whole states, as the events carry them. */
final class States {
    private States() {}

    static DealState of(Deal deal) {
        return DealState.newBuilder()
                .setStatus(deal.status())
                .setStage(deal.stage())
                .setAmountMinor(deal.amount().map(AmountRule.Amount::minor).orElse(null))
                .setCurrency(deal.amount().map(AmountRule.Amount::currency).orElse(null))
                .setCreated(deal.created().map(CrmDate::avro).orElse(null))
                .setClosed(deal.closed().map(CrmDate::avro).orElse(null))
                .setExpectedClose(deal.expectedClose().map(CrmDate::day).orElse(null))
                .setOwner(deal.owner().orElse(null))
                .setCredits(List.of())
                .build();
    }

    /** A closed deal on the day it was opened: the export has kept nothing else of what was known then. */
    static DealState asItBegan(Deal deal) {
        return DealState.newBuilder()
                .setStatus(DealStatus.OPEN)
                .setCreated(deal.created().map(CrmDate::avro).orElse(null))
                .setOwner(deal.owner().orElse(null))
                .setCredits(List.of())
                .build();
    }

    static ActivityState of(Activity activity) {
        return ActivityState.newBuilder()
                .setKind(activity.kind())
                .setStatus(activity.status())
                .setHappened(activity.happened().map(CrmDate::avro).orElse(null))
                .setLogged(activity.logged().map(CrmDate::avro).orElse(null))
                .setOwner(activity.owner().orElse(null))
                .setDeal(activity.deal().orElse(null))
                .setLead(activity.lead().orElse(null))
                .setChannel(activity.channel().orElse(null))
                .build();
    }

    static RepState of(Rep rep) {
        return RepState.newBuilder()
                .setTeam(rep.team().orElse(null))
                .setRegion(rep.region().orElse(null))
                .setHired(rep.hired().orElse(null))
                .setRole(rep.role().orElse(null))
                .setLeaves(rep.leaves().stream().map(States::of).toList())
                .build();
    }

    private static io.upswing.schemas.Leave of(Leave leave) {
        return io.upswing.schemas.Leave.newBuilder()
                .setFrom(leave.from())
                .setTo(leave.to().orElse(null))
                .build();
    }

    static QuotaState of(Quota quota) {
        return QuotaState.newBuilder()
                .setAmountMinor(quota.amount().minor())
                .setCurrency(quota.amount().currency())
                .build();
    }
}
