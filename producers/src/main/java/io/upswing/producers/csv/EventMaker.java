package io.upswing.producers.csv;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Name;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Makes the events. An export has no event ids, times or versions of its own: ids come from what the event is about, times
 * from its day, a close after a creation, so that the same row always gives the same event.
 */
final class EventMaker {
    private final String source;
    private final ZoneId zone;
    private final LocalDate firstDay;

    EventMaker(Mapping mapping, LocalDate firstDay) {
        this.source = mapping.source();
        this.zone = mapping.zone();
        this.firstDay = firstDay;
    }

    HistoryRecord deal(DealStep step) {
        Deal deal = step.deal();
        DealEvent event = DealEvent.newBuilder()
                .setEventId(
                        "deals:%s:%s".formatted(deal.id(), step.kind().name().toLowerCase(Locale.ROOT)))
                .setSource(source)
                .setOccurredAt(step.kind() == DealStep.Kind.CLOSED ? endOf(step.day()) : startOf(step.day()))
                .setChange(!deal.isOpen() && step.kind() == DealStep.Kind.CREATED ? asItBegan(deal) : asItIs(deal))
                .build();
        return new HistoryRecord.OfDeal(deal.id(), event);
    }

    HistoryRecord rep(Rep rep) {
        LocalDate from = rep.effectiveFrom().orElse(firstDay);
        RepEvent event = RepEvent.newBuilder()
                .setEventId("reps:%s:%s"
                        .formatted(
                                rep.id(),
                                rep.effectiveFrom().map(LocalDate::toString).orElse("first-day")))
                .setSource(source)
                .setOccurredAt(startOf(firstDay))
                .setEffectiveFrom(from)
                .setChange(RepState.newBuilder()
                        .setTeam(rep.team().orElse(null))
                        .setRegion(rep.region().orElse(null))
                        .setHired(rep.hired().orElse(null))
                        .setLeaves(List.of())
                        .build())
                .build();
        return new HistoryRecord.OfRep(rep.id(), event);
    }

    HistoryRecord name(String key, String name) {
        return new HistoryRecord.OfName(key, Name.newBuilder().setName(name).build());
    }

    /** A closed deal on the day it was opened: the export has kept nothing else of what was known then. */
    private static DealState asItBegan(Deal deal) {
        return DealState.newBuilder()
                .setStatus(DealStatus.OPEN)
                .setCreated(deal.created().map(CrmDate::avro).orElse(null))
                .setOwner(deal.owner().orElse(null))
                .setCredits(List.of())
                .build();
    }

    private static DealState asItIs(Deal deal) {
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

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusMillis(1);
    }
}
