package io.upswing.app.stores;

import io.upswing.core.entity.Activity;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.Deal;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.entity.Spoken;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Assignment.Leave;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.QuotaChange.Slot;
import io.upswing.core.rep.Quotas;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.Timeline;
import io.upswing.core.rep.Timeline.Entry;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.core.time.Watermarks.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Values of all kinds, extremes among them, from a seed. */
final class Samples {
    private static final List<String> TEXTS =
            List.of("", "a", "b", "aa", "A-1", "\u0000", "é", "漢字", "\uffff", "😀", "region:North", "x".repeat(300));
    private static final List<Integer> DAYS =
            List.of(Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -1, 0, 1, 17_531, 17_532, Integer.MAX_VALUE);
    private static final List<Long> NUMBERS =
            List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, 10_000_000_000_000L, Long.MAX_VALUE);

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String text() {
        return one(TEXTS);
    }

    int day() {
        return one(DAYS);
    }

    long number() {
        return random.nextBoolean() ? one(NUMBERS) : random.nextLong(2_000_000) - 1_000_000;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private OptionalInt maybeDay() {
        return random.nextBoolean() ? OptionalInt.of(day()) : OptionalInt.empty();
    }

    private <T> List<T> list(int atMost, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int left = below(atMost + 1); left > 0; left--) {
            list.add(value.get());
        }
        return list;
    }

    Sums sums() {
        Sums.Builder sums = new Sums.Builder();
        for (Measure measure : Measure.values()) {
            if (measure != Measure.CYCLE_HISTOGRAM && random.nextInt(3) == 0) {
                sums.add(measure, number());
            }
        }
        for (int bucket : new int[] {-2048, -1, 0, 1, 127, 2047}) {
            if (random.nextInt(3) == 0) {
                sums.add(Measure.CYCLE_HISTOGRAM.key(bucket), number());
            }
        }
        return random.nextInt(5) == 0 ? Sums.ZERO : sums.build();
    }

    ClosedSums closedSums() {
        return new ClosedSums(list(6, this::sums), sums(), day(), day());
    }

    SourceOrder order() {
        return new SourceOrder(number(), number(), text());
    }

    Deal deal() {
        List<SourceOrder> orders = new ArrayList<>(list(4, this::order));
        orders.add(Deal.UNKNOWN.stage().order());
        return new Deal(
                versioned(orders, maybe(this::text)),
                versioned(orders, random.nextBoolean() ? OptionalLong.of(number()) : OptionalLong.empty()),
                versioned(orders, maybe(this::text)),
                versioned(orders, maybeDay()),
                versioned(orders, maybeDay()),
                versioned(orders, maybeDay()),
                versioned(orders, list(3, () -> new Share(text(), random.nextInt(10_001)))),
                versioned(orders, maybe(this::text)),
                history(orders, () -> one(List.of(Status.values()))),
                history(orders, () -> maybe(this::text)),
                spoken(orders));
    }

    private Spoken spoken(List<SourceOrder> orders) {
        return new Spoken(versioned(orders, text()), maybe(() -> one(orders)), maybe(() -> one(orders)));
    }

    Activity activity() {
        List<SourceOrder> orders = new ArrayList<>(list(4, this::order));
        orders.add(Versioned.NEVER);
        return new Activity(
                versioned(orders, maybe(() -> one(List.of(ActivityState.Kind.values())))),
                versioned(orders, maybe(() -> one(List.of(ActivityState.Status.values())))),
                versioned(orders, maybe(this::moment)),
                versioned(orders, maybe(this::moment)),
                versioned(orders, maybe(this::text)),
                versioned(orders, maybe(this::text)),
                versioned(orders, maybe(this::text)),
                versioned(orders, maybe(() -> one(List.of(ActivityState.Channel.values())))),
                versioned(orders, maybe(this::text)),
                spoken(orders));
    }

    private Moment moment() {
        return new Moment(day(), random.nextBoolean() ? OptionalLong.of(number()) : OptionalLong.empty());
    }

    QuotaChange quotaChange() {
        return new QuotaChange(
                text(), order(), slot(), random.nextBoolean() ? OptionalLong.of(number()) : OptionalLong.empty());
    }

    private Slot slot() {
        return new Slot(one(List.of(Period.values())), day(), day());
    }

    private Quotas quotas() {
        SortedMap<Slot, Versioned<OptionalLong>> slots = new TreeMap<>();
        list(3, this::quotaChange)
                .forEach(change -> slots.put(change.slot(), new Versioned<>(change.order(), change.amount())));
        return new Quotas(slots);
    }

    private <T> Versioned<T> versioned(List<SourceOrder> orders, T value) {
        return new Versioned<>(one(orders), value);
    }

    private <T> NavigableMap<SourceOrder, T> history(List<SourceOrder> orders, Supplier<T> value) {
        NavigableMap<SourceOrder, T> history = new TreeMap<>();
        list(4, () -> one(orders)).forEach(order -> history.put(order, value.get()));
        return history;
    }

    OrgChange orgChange() {
        return new OrgChange(text(), order(), day(), maybe(this::assignment));
    }

    private Assignment assignment() {
        return new Assignment(
                maybe(this::text),
                maybe(this::text),
                maybeDay(),
                list(3, () -> new Leave(day(), maybeDay())),
                maybe(this::text));
    }

    Rep rep() {
        List<Entry> entries = list(3, () -> new Entry(orgChange(), day(), day()));
        return new Rep(new Timeline(entries), quotas(), random.nextBoolean());
    }

    UnitDay unitDay(int closedDay) {
        OrgUnit unit = one(List.of(
                OrgUnit.COMPANY,
                new OrgUnit(OrgUnit.Level.TEAM, text()),
                new OrgUnit(OrgUnit.Level.REGION, "region:" + text())));
        return new UnitDay(unit, closedDay, day(), sums());
    }

    SortedMap<Source, Span> spans() {
        SortedMap<Source, Span> spans = new TreeMap<>();
        list(6, () -> new Source(text(), below(100)))
                .forEach(source -> spans.put(source, new Span(day(), day(), below(100))));
        return spans;
    }
}
