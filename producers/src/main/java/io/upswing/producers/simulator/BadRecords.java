package io.upswing.producers.simulator;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityPatch;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Puts records that must not count between the good ones, under the keys of good ones. */
final class BadRecords {
    private static final Set<Ingredient> BAD = Set.of(Ingredient.BAD_RECORDS);
    private static final List<Damage.Kind> KINDS = Arrays.stream(Damage.Kind.values())
            .filter(kind -> kind != Damage.Kind.NONE)
            .toList();

    /** A version that would win over all others. */
    private static final Long NEWEST = 1_000_000L;

    private static final long TOO_MUCH = 1_000_000_000_000_000L;
    private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(9999, 12, 31);

    private final SimulationSettings settings;
    private final Draws.Seeds seeds;

    BadRecords(SimulationSettings settings) {
        this.settings = settings;
        this.seeds = new Draws.Seeds(settings.seed());
    }

    List<SimulatedRecord> among(List<SimulatedRecord> good, LocalDate day) {
        List<SimulatedRecord> all = new ArrayList<>();
        for (SimulatedRecord record : good) {
            all.add(record);
            bad(record, day).ifPresent(all::add);
        }
        return all;
    }

    private Optional<SimulatedRecord> bad(SimulatedRecord good, LocalDate day) {
        Draws draws = seeds.of(
                "bad records", good.key() + day + good.value().getSchema().getName());
        if (good.value() instanceof Name || !draws.chance(settings.share(Ingredient.BAD_RECORDS))) {
            return Optional.empty();
        }
        Damage damage = new Damage(draws.pick(KINDS), draws.word());
        SpecificRecord value = damage.kind() == Damage.Kind.ABSURD ? absurd(good.value(), draws) : good.value();
        return Optional.of(new SimulatedRecord(good.key(), value, BAD, damage));
    }

    private static SpecificRecord absurd(SpecificRecord value, Draws draws) {
        boolean ago = draws.chance(0.5);
        LocalDate date = ago ? LONG_AGO : FAR_AHEAD;
        return switch (value) {
            case DealEvent deal ->
                new DealEvent(
                        deal.getEventId(),
                        "crm",
                        newest(deal.getSourceVersion()),
                        deal.getOccurredAt(),
                        absurdDeal(draws.chance(0.5), date));
            case ActivityEvent activity ->
                new ActivityEvent(
                        activity.getEventId(),
                        "crm",
                        newest(activity.getSourceVersion()),
                        activity.getOccurredAt(),
                        new ActivityPatch(null, ActivityStatus.DONE, date, null, null, null, null, null, List.of()));
            case RepEvent rep ->
                new RepEvent(
                        rep.getEventId(),
                        "hr",
                        newest(rep.getSourceVersion()),
                        rep.getOccurredAt(),
                        date,
                        rep.getChange());
            case QuotaEvent quota ->
                new QuotaEvent(
                        quota.getEventId(),
                        "hr",
                        NEWEST,
                        quota.getOccurredAt(),
                        quota.getPeriod(),
                        quota.getPeriodStart(),
                        quota.getEffectiveFrom(),
                        new QuotaState(ago ? -1 : TOO_MUCH, null));
            default -> throw new IllegalStateException("no input has such values: " + value.getSchema());
        };
    }

    private static Object absurdDeal(boolean amount, LocalDate date) {
        return amount
                ? new DealPatch(null, null, TOO_MUCH, null, null, null, null, null, null, List.of())
                : new DealPatch(null, null, null, null, null, date, null, null, null, List.of());
    }

    private static @Nullable Long newest(@Nullable Long version) {
        return version == null ? null : NEWEST;
    }
}
