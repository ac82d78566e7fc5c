package io.upswing.producers.story;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a story comes to, from its records. */
final class StoryFigures {
    private final ZoneId zone;
    private final Map<String, Sale> sales = new HashMap<>();
    private final List<Work> work = new ArrayList<>();
    private final Map<QuotaPeriod, Map<LocalDate, Long>> quotas = new HashMap<>();

    /** A deal as it ended. */
    record Sale(LocalDate created, long amountMinor, DealStatus status, LocalDate closed) {
        boolean isWon() {
            return status == DealStatus.WON;
        }

        boolean isOpen() {
            return status == DealStatus.OPEN;
        }

        boolean isClosedIn(LocalDate from, LocalDate until) {
            return !isOpen() && !closed.isBefore(from) && !closed.isAfter(until);
        }
    }

    /** An activity. */
    record Work(LocalDate day, ActivityState state) {}

    StoryFigures(DemoStory story, ZoneId zone) {
        this.zone = zone;
        days().flatMap(story::records).forEach(this::add);
    }

    /** All days of the sample. */
    static Stream<LocalDate> days() {
        return LocalDate.of(2016, 10, 20).datesUntil(LocalDate.of(2018, 1, 1));
    }

    private void add(ImportRecord record) {
        switch (record) {
            case ImportRecord.OfDeal(String key, DealEvent event) -> add(key, event.getChange());
            case ImportRecord.OfActivity(String ignored, ActivityEvent event) -> {
                ActivityState state = (ActivityState) event.getChange();
                work.add(new Work(day(Objects.requireNonNull(state.getHappened())), state));
            }
            case ImportRecord.OfQuota(String ignored, QuotaEvent event) ->
                quotas.computeIfAbsent(event.getPeriod(), period -> new TreeMap<>())
                        .put(event.getPeriodStart(), ((QuotaState) event.getChange()).getAmountMinor());
            default -> {}
        }
    }

    private void add(String key, Object change) {
        if (change instanceof DealState state) {
            LocalDate created = day(Objects.requireNonNull(state.getCreated()));
            sales.put(key, new Sale(created, state.getAmountMinor(), state.getStatus(), LocalDate.MAX));
        } else {
            DealPatch patch = (DealPatch) change;
            LocalDate closed = day(Objects.requireNonNull(patch.getClosed()));
            sales.computeIfPresent(
                    key, (id, sale) -> new Sale(sale.created(), sale.amountMinor(), patch.getStatus(), closed));
        }
    }

    private LocalDate day(Object when) {
        return when instanceof Instant instant ? instant.atZone(zone).toLocalDate() : (LocalDate) when;
    }

    Collection<Sale> sales() {
        return sales.values();
    }

    List<Work> work() {
        return work;
    }

    /** The amounts by the period's first day, in minor units. */
    Map<LocalDate, Long> quotas(QuotaPeriod period) {
        return quotas.getOrDefault(period, Map.of());
    }

    Stream<Sale> won(LocalDate from, LocalDate until) {
        return sales.values().stream().filter(sale -> sale.isWon() && sale.isClosedIn(from, until));
    }

    /** In minor units. */
    long revenue(LocalDate from, LocalDate until) {
        return won(from, until).mapToLong(Sale::amountMinor).sum();
    }
}
