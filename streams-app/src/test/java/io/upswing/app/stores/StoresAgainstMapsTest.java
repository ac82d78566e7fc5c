package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.Deal;
import io.upswing.core.entity.Entities;
import io.upswing.core.entity.Quality;
import io.upswing.core.kpi.Changes;
import io.upswing.core.kpi.Changes.Change;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Outbox;
import io.upswing.core.kpi.Panes;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.Reps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random operations on each store and on a plain map give the same. */
class StoresAgainstMapsTest {
    private static final int OPERATIONS = 2_000;
    private static final List<StageStore> STORES = List.of(
            StageStore.ENTITY_DEALS,
            StageStore.ENTITY_QUALITY,
            StageStore.REP_REPS,
            StageStore.REP_PANES,
            StageStore.REP_CHANGES,
            StageStore.REP_CLOSED_SUMS,
            StageStore.REP_OUTBOX);

    private StoreFixture stores;

    private record Place(String subject, int day) {
        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::subject).thenComparingInt(Place::day);

        static Place of(Samples samples) {
            return new Place(samples.text(), samples.day());
        }
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        stores = new StoreFixture(directory, STORES);
    }

    @AfterEach
    void close() {
        stores.close();
        assertThat(stores.openIterators()).isZero();
    }

    @Test
    void panes() {
        Panes panes = new StoredPanes(stores.bytes(StageStore.REP_PANES));
        TreeMap<Place, Sums> model = new TreeMap<>(Place.ORDER);
        Samples samples = new Samples(11);
        for (int i = 0; i < OPERATIONS; i++) {
            Place place = Place.of(samples);
            Sums sums = samples.sums();

            panes.put(place.subject(), place.day(), sums);
            put(model, place, sums);

            Place asked = Place.of(samples);
            int to = samples.day();
            assertThat(panes.get(asked.subject(), asked.day())).isEqualTo(model.getOrDefault(asked, Sums.ZERO));
            assertThat(panes.between(asked.subject(), asked.day(), to))
                    .isEqualTo(between(model, asked.subject(), asked.day(), to));
        }
    }

    private static <K> void put(Map<K, Sums> model, K key, Sums sums) {
        if (sums.isZero()) {
            model.remove(key);
        } else {
            model.put(key, sums);
        }
    }

    private static SortedMap<Integer, Sums> between(Map<Place, Sums> model, String subject, int from, int to) {
        SortedMap<Integer, Sums> between = new TreeMap<>();
        model.forEach((place, sums) -> {
            if (place.subject().equals(subject) && place.day() >= from && place.day() <= to) {
                between.put(place.day(), sums);
            }
        });
        return between;
    }

    @Test
    void changes() {
        Changes changes = new StoredChanges(stores.bytes(StageStore.REP_CHANGES));
        Map<Integer, SortedMap<Place, Sums>> model = new HashMap<>();
        Samples samples = new Samples(12);
        for (int i = 0; i < OPERATIONS; i++) {
            Place place = Place.of(samples);
            int k = samples.day();
            Sums sums = samples.sums();

            changes.put(k, place.subject(), place.day(), sums);
            put(recordedOn(model, k), place, sums);

            Place asked = Place.of(samples);
            int askedK = samples.day();
            SortedMap<Place, Sums> expected = recordedOn(model, askedK);
            assertThat(changes.get(askedK, asked.subject(), asked.day()))
                    .isEqualTo(expected.getOrDefault(asked, Sums.ZERO));
            assertThat(changes.recordedOn(askedK, asked.subject()))
                    .isEqualTo(between(expected, asked.subject(), Integer.MIN_VALUE, Integer.MAX_VALUE));
            assertThat(changes.recordedOn(askedK)).isEqualTo(list(expected));
        }
    }

    private static SortedMap<Place, Sums> recordedOn(Map<Integer, SortedMap<Place, Sums>> model, int k) {
        return model.computeIfAbsent(k, day -> new TreeMap<>(Place.ORDER));
    }

    private static List<Change> list(SortedMap<Place, Sums> model) {
        List<Change> changes = new ArrayList<>();
        model.forEach((place, sums) -> changes.add(new Change(place.subject(), place.day(), sums)));
        return changes;
    }

    @Test
    void closedSums() {
        ClosedSums.Store closed = new StoredClosedSums(stores.bytes(StageStore.REP_CLOSED_SUMS));
        TreeMap<String, ClosedSums> model = new TreeMap<>();
        Samples samples = new Samples(13);
        for (int i = 0; i < OPERATIONS; i++) {
            String asked = samples.text();
            assertThat(closed.has(asked)).isEqualTo(model.containsKey(asked));
            assertThat(closed.get(asked, 6)).isEqualTo(model.getOrDefault(asked, ClosedSums.zero(6)));
            assertThat(closed.subjects()).isEqualTo(List.copyOf(model.keySet()));

            String subject = samples.text();
            ClosedSums sums = samples.closedSums();
            closed.put(subject, sums);
            model.put(subject, sums);
        }
    }

    @Test
    void reps() {
        Reps reps = new StoredReps(stores.bytes(StageStore.REP_REPS));
        TreeMap<String, Rep> model = new TreeMap<>();
        Samples samples = new Samples(14);
        for (int i = 0; i < OPERATIONS; i++) {
            String asked = samples.text();
            assertThat(reps.get(asked)).isEqualTo(model.getOrDefault(asked, Rep.UNKNOWN));
            assertThat(reps.ids()).isEqualTo(List.copyOf(model.keySet()));

            String id = samples.text();
            Rep rep = samples.rep();
            reps.put(id, rep);
            model.put(id, rep);
        }
    }

    @Test
    void deals() {
        Entities<Deal> deals =
                new StoredEntities<>(stores.bytes(StageStore.ENTITY_DEALS), DealCodec.DEAL, Deal.UNKNOWN);
        TreeMap<String, Deal> model = new TreeMap<>();
        Samples samples = new Samples(15);
        for (int i = 0; i < OPERATIONS; i++) {
            String asked = samples.text();
            assertThat(deals.get(asked)).isEqualTo(model.getOrDefault(asked, Deal.UNKNOWN));

            String id = samples.text();
            Deal deal = samples.deal();
            deals.put(id, deal);
            model.put(id, deal);
        }
    }

    @Test
    void quality() {
        Quality quality = new StoredQuality(stores.bytes(StageStore.ENTITY_QUALITY));
        TreeMap<Quality.Key, Long> model = new TreeMap<>();
        Samples samples = new Samples(17);
        for (int i = 0; i < OPERATIONS; i++) {
            Quality.Key key = new Quality.Key(samples.text() + "|", "deal", samples.below(2) == 0 ? "all" : "gap");
            assertThat(quality.get(key)).isEqualTo(model.getOrDefault(key, 0L));

            long count = samples.below(3);
            quality.put(key, count);
            model.put(key, count);
            model.values().removeIf(none -> none == 0);
        }
        assertThat(quality.all()).isEqualTo(model);
    }

    @Test
    void outbox() {
        Outbox outbox = new StoredOutbox(stores.bytes(StageStore.REP_OUTBOX));
        TreeSet<String> subjects = new TreeSet<>();
        TreeSet<Place> panes = new TreeSet<>(Place.ORDER);
        Samples samples = new Samples(16);
        for (int i = 0; i < OPERATIONS; i++) {
            switch (samples.below(20)) {
                case 0 -> {
                    assertThat(outbox.takeSubjects()).isEqualTo(List.copyOf(subjects));
                    subjects.clear();
                }
                case 1 -> {
                    assertThat(outbox.takePanes())
                            .isEqualTo(panes.stream()
                                    .map(place -> new Outbox.Pane(place.subject(), place.day()))
                                    .toList());
                    panes.clear();
                }
                case 2, 3, 4, 5, 6, 7, 8 -> {
                    String subject = samples.text();
                    outbox.subject(subject);
                    subjects.add(subject);
                }
                default -> {
                    Place place = Place.of(samples);
                    outbox.pane(place.subject(), place.day());
                    panes.add(place);
                }
            }
        }
    }
}
