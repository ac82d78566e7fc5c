package io.upswing.producers.csv;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the events of a history. An export has no event ids or times of its own: ids come from what the event is about,
 * times from its day, a close after a creation, so that the same row always gives the same event. They have no version: any
 * later export stands over them.
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

    ImportRecord deal(DealStep step) {
        Deal deal = step.deal();
        boolean asItBegan = !deal.isOpen() && step.kind() == DealStep.Kind.CREATED;
        DealEvent event = DealEvent.newBuilder()
                .setEventId(
                        "deals:%s:%s".formatted(deal.id(), step.kind().name().toLowerCase(Locale.ROOT)))
                .setSource(source)
                .setOccurredAt(step.kind() == DealStep.Kind.CLOSED ? endOf(step.day()) : startOf(step.day()))
                .setChange(asItBegan ? States.asItBegan(deal) : States.of(deal))
                .build();
        return new ImportRecord.OfDeal(deal.id(), event);
    }

    /** An activity, told on a day. */
    ImportRecord activity(Activity activity, LocalDate day) {
        ActivityEvent event = ActivityEvent.newBuilder()
                .setEventId("activities:" + activity.id())
                .setSource(source)
                .setOccurredAt(startOf(day))
                .setChange(States.of(activity))
                .build();
        return new ImportRecord.OfActivity(activity.id(), event);
    }

    ImportRecord rep(Rep rep) {
        RepEvent event = RepEvent.newBuilder()
                .setEventId("reps:%s:%s"
                        .formatted(
                                rep.id(),
                                rep.effectiveFrom().map(LocalDate::toString).orElse("first-day")))
                .setSource(source)
                .setOccurredAt(startOf(firstDay))
                .setEffectiveFrom(rep.effectiveFrom().orElse(firstDay))
                .setChange(States.of(rep))
                .build();
        return new ImportRecord.OfRep(rep.id(), event);
    }

    /** A quota, told on a day. */
    ImportRecord quota(Quota quota, LocalDate day) {
        QuotaEvent event = QuotaEvent.newBuilder()
                .setEventId(quotaId(quota))
                .setSource(source)
                .setOccurredAt(startOf(day))
                .setPeriod(quota.period())
                .setPeriodStart(quota.periodStart())
                .setEffectiveFrom(quota.effectiveFrom().orElse(null))
                .setChange(States.of(quota))
                .build();
        return new ImportRecord.OfQuota(quota.rep(), event);
    }

    /** What tells a quota from others. */
    static String quotaId(Quota quota) {
        return "quotas:%s:%s:%s:%s"
                .formatted(
                        quota.rep(),
                        quota.period().name().toLowerCase(Locale.ROOT),
                        quota.periodStart(),
                        quota.effectiveFrom().map(LocalDate::toString).orElse("whole"));
    }

    static ImportRecord name(String key, String name) {
        return new ImportRecord.OfName(key, Name.newBuilder().setName(name).build(), Optional.empty());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusMillis(1);
    }
}
