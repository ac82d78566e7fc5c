package io.upswing.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.Days;
import io.upswing.core.time.HeapGateStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An entity stage that reads one partition of deals and one of activities, and what it has sent. */
final class EntityStory implements EntityOutput {
    /** One fact as it was sent. */
    record Sent(String rep, int day, int k, Sums sums) {}

    private final EntityStores stores = HeapEntities.stores(new HeapGateStore<>());
    private final EntityStage.Settings settings;
    private EntityStage stage;
    private Optional<Refusal> refusal = Optional.empty();
    final List<Sent> sent = new ArrayList<>();
    final List<Integer> said = new ArrayList<>();
    final SortedMap<Quality.Key, Long> quality = new TreeMap<>();

    EntityStory() {
        this(CreditPolicy.KEEP);
    }

    EntityStory(CreditPolicy policy) {
        settings = new EntityStage.Settings("EUR", policy, new Bounds(365), 60);
        stage = stage();
    }

    private EntityStage stage() {
        return new EntityStage(stores, this, settings);
    }

    /** The epoch day of a day in March 2026. */
    static int march(int day) {
        return Days.of("2026-03-01") + day - 1;
    }

    EntityStory restart() {
        stage = stage();
        return this;
    }

    /** The deal's next record: a change of a source version, in whichever order versions come. */
    EntityStory version(long version, DealBuilder state) {
        return version(version, state.build());
    }

    EntityStory version(long version, DealChange change) {
        return says("crm", "D1", version, change);
    }

    /** A system says something of any deal. */
    EntityStory says(String source, String deal, long version, DealChange change) {
        refusal = stage.deal(0, deal, new SourceOrder(version, 0, "e" + version), source, change);
        return this;
    }

    /** The activity's next record. */
    EntityStory activity(long version, ActivityBuilder state) {
        return activity(version, state.whole());
    }

    EntityStory activity(long version, ActivityChange change) {
        return says("crm", "A1", version, change);
    }

    /** A system says something of any activity. */
    EntityStory says(String source, String activity, long version, ActivityChange change) {
        refusal = stage.activity(0, activity, new SourceOrder(version, 0, "e" + version), source, change);
        return this;
    }

    /** The partition closes a day of March. */
    EntityStory says(int day) {
        stage.watermark(EntityStage.DEALS, 0, march(day));
        stage.watermark(EntityStage.ACTIVITIES, 0, march(day));
        return this;
    }

    Optional<Refusal> refusal() {
        return refusal;
    }

    /** What was sent for a rep and a day of March, in all. */
    Sums of(String rep, int day) {
        return sent.stream()
                .filter(fact -> fact.rep().equals(rep) && fact.day() == march(day))
                .map(Sent::sums)
                .reduce(Sums.ZERO, Sums::plus);
    }

    long of(String rep, int day, Measure measure) {
        return of(rep, day).get(measure);
    }

    /** What was sent in all, by rep and day, without what was taken back. */
    Map<String, Sums> standing() {
        Map<String, Sums> standing = new TreeMap<>();
        sent.forEach(fact -> standing.merge(fact.rep() + " " + Days.text(fact.day()), fact.sums(), Sums::plus));
        standing.values().removeIf(Sums::isZero);
        return standing;
    }

    /** Whose revenue it is, over all days. */
    Map<String, Long> revenue() {
        return total(Measure.REVENUE);
    }

    /** Whose open deals they are, over all days. */
    Map<String, Long> open() {
        return total(Measure.OPEN_DEALS);
    }

    Map<String, Long> total(Measure measure) {
        Map<String, Long> total = new TreeMap<>();
        sent.forEach(fact -> total.merge(fact.rep(), fact.sums().get(measure), Long::sum));
        total.values().removeIf(amount -> amount == 0);
        return total;
    }

    /** Nothing has been sent, or nothing since {@link #forgetSent}. */
    void expectNothingMore() {
        assertThat(sent).isEmpty();
    }

    EntityStory forgetSent() {
        sent.clear();
        return this;
    }

    static DealChange deleted() {
        return new DealChange.Deleted();
    }

    @Override
    public void fact(String rep, int day, int k, Sums sums, String entity) {
        sent.add(new Sent(rep, day, k, sums));
    }

    @Override
    public void dayClosed(int day) {
        said.add(day - march(1) + 1);
    }

    @Override
    public void quality(Quality.Key key, long count) {
        if (count == 0) {
            quality.remove(key);
        } else {
            quality.put(key, count);
        }
    }

    /** How many of a kind are odd, or whatever else the item counts, as far as a source spoke last. */
    long count(String source, String kind, String item) {
        return quality.getOrDefault(new Quality.Key(source, kind, item), 0L);
    }

    /** What is odd now. */
    Set<Oddity> odd() {
        return EnumSet.allOf(Oddity.class).stream()
                .filter(oddity ->
                        quality.keySet().stream().anyMatch(key -> key.item().equals(oddity.id())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Oddity.class)));
    }
}
