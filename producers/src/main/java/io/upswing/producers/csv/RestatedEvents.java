package io.upswing.producers.csv;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes the events of a restatement: of each row one, with its version, and an id made of what it is about and the version.
 */
final class RestatedEvents {
    private final String source;
    private final Instant asOf;
    private final LocalDate asOfDay;

    RestatedEvents(Mapping mapping, Instant asOf) {
        this.source = mapping.source();
        this.asOf = asOf;
        this.asOfDay = asOf.atZone(mapping.zone()).toLocalDate();
    }

    /** The day as of which the export is. */
    LocalDate asOfDay() {
        return asOfDay;
    }

    ImportRecord name(String key, String name) {
        return new ImportRecord.OfName(key, Name.newBuilder().setName(name).build(), Optional.of(asOf));
    }

    ImportRecord rep(Rep rep, LocalDate effectiveFrom) {
        long version = version(rep.version());
        RepEvent event = RepEvent.newBuilder()
                .setEventId("reps:%s:%s:%d".formatted(rep.id(), effectiveFrom, version))
                .setSource(source)
                .setSourceVersion(version)
                .setOccurredAt(asOf)
                .setEffectiveFrom(effectiveFrom)
                .setChange(States.of(rep))
                .build();
        return new ImportRecord.OfRep(rep.id(), event);
    }

    ImportRecord quota(Quota quota) {
        long version = version(quota.version());
        QuotaEvent event = QuotaEvent.newBuilder()
                .setEventId("%s:%d".formatted(EventMaker.quotaId(quota), version))
                .setSource(source)
                .setSourceVersion(version)
                .setOccurredAt(asOf)
                .setPeriod(quota.period())
                .setPeriodStart(quota.periodStart())
                .setEffectiveFrom(quota.effectiveFrom().orElse(null))
                .setChange(States.of(quota))
                .build();
        return new ImportRecord.OfQuota(quota.rep(), event);
    }

    ImportRecord deal(Deal deal) {
        long version = version(deal.version());
        DealEvent event = DealEvent.newBuilder()
                .setEventId("deals:%s:%d".formatted(deal.id(), version))
                .setSource(source)
                .setSourceVersion(version)
                .setOccurredAt(asOf)
                .setChange(States.of(deal))
                .build();
        return new ImportRecord.OfDeal(deal.id(), event);
    }

    ImportRecord activity(Activity activity) {
        long version = version(activity.version());
        ActivityEvent event = ActivityEvent.newBuilder()
                .setEventId("activities:%s:%d".formatted(activity.id(), version))
                .setSource(source)
                .setSourceVersion(version)
                .setOccurredAt(asOf)
                .setChange(States.of(activity))
                .build();
        return new ImportRecord.OfActivity(activity.id(), event);
    }

    ImportRecord deletedDeal(String id, LastChange.Order order) {
        DealEvent event = DealEvent.newBuilder()
                .setEventId(order.eventId())
                .setSource(source)
                .setSourceVersion(order.version().orElse(null))
                .setOccurredAt(order.occurredAt())
                .setChange(new Deleted())
                .build();
        return new ImportRecord.OfDeal(id, event);
    }

    ImportRecord deletedActivity(String id, LastChange.Order order) {
        ActivityEvent event = ActivityEvent.newBuilder()
                .setEventId(order.eventId())
                .setSource(source)
                .setSourceVersion(order.version().orElse(null))
                .setOccurredAt(order.occurredAt())
                .setChange(new Deleted())
                .build();
        return new ImportRecord.OfActivity(id, event);
    }

    /**
     * Where the deletion of a deal or activity stands that the export does not list.
     *
     * @param versioned whether the source has versions of its own: it has none for what is no longer there, so it gets the
     *     last one that is known, and stands after it by its time. A later version of the source brings it back
     */
    LastChange.Order deletion(String kind, String id, LastChange last, boolean versioned) {
        Optional<Long> version = versioned ? last.order().version() : Optional.of(asOf.toEpochMilli());
        String eventId = "%s:%s:%s:deleted"
                .formatted(
                        kind, id, version.map(number -> Long.toString(number)).orElse("unversioned"));
        return new LastChange.Order(version, asOf, eventId);
    }

    private long version(OptionalLong own) {
        return own.orElse(asOf.toEpochMilli());
    }
}
