package io.upswing.core.inprocess;

import io.upswing.core.entity.Activity;
import io.upswing.core.entity.Deal;
import io.upswing.core.entity.Entities;
import io.upswing.core.entity.EntityStores;
import io.upswing.core.entity.Quality;
import io.upswing.core.issues.Change;
import io.upswing.core.kpi.Changes;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Outbox;
import io.upswing.core.kpi.Panes;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.Progress;
import io.upswing.core.rep.EvaluationStore;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.RepStores;
import io.upswing.core.rep.Reps;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.time.GateStore;
import io.upswing.core.unit.UnitStores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stages' stores on the heap, with a journal for each task. */
final class MemoryStores {
    private record PaneKey(String subject, int day) {
        static final Comparator<PaneKey> ORDER =
                Comparator.comparing(PaneKey::subject).thenComparingInt(PaneKey::day);
    }

    private record ChangeKey(int k, String subject, int day) {
        static final Comparator<ChangeKey> ORDER = Comparator.comparingInt(ChangeKey::k)
                .thenComparing(ChangeKey::subject)
                .thenComparingInt(ChangeKey::day);
    }

    private MemoryStores() {}

    static RepStores rep(Journal journal, Runnable waited) {
        return new RepStores(
                new Gate<>(journal, waited),
                new Evaluations(journal),
                new RepMap(journal),
                new PaneMap(journal),
                new ChangeMap(journal),
                new ClosedMap(journal),
                new ClosedMap(journal),
                new MemoryCorrections(journal),
                new MemoryCommands.Rules(journal),
                new MemoryCommands(journal),
                new MemoryCases(journal),
                new PaneMap(journal),
                new OutboxMap(journal));
    }

    static UnitStores unit(Journal journal) {
        return new UnitStores(
                new Gate<>(journal, () -> {}),
                new PaneMap(journal),
                new ChangeMap(journal),
                new ClosedMap(journal),
                new PaneMap(journal),
                new OutboxMap(journal));
    }

    static EntityStores entity(Journal journal) {
        return new EntityStores(
                new EntityMap<>(journal, Deal.UNKNOWN),
                new EntityMap<>(journal, Activity.UNKNOWN),
                new QualityMap(journal),
                new Gate<>(journal, () -> {}));
    }

    private static final class EntityMap<E> implements Entities<E> {
        private final JournaledMap<String, E> map;
        private final E unknown;

        EntityMap(Journal journal, E unknown) {
            map = new JournaledMap<>(journal, ORDER);
            this.unknown = unknown;
        }

        @Override
        public List<Entry<E>> after(Optional<String> id, int limit) {
            return map.all().entrySet().stream()
                    .filter(entry -> id.isEmpty() || ORDER.compare(entry.getKey(), id.get()) > 0)
                    .limit(limit)
                    .map(entry -> new Entry<>(entry.getKey(), entry.getValue()))
                    .toList();
        }

        @Override
        public E get(String id) {
            return map.get(id).orElse(unknown);
        }

        @Override
        public void put(String id, E entity) {
            map.put(id, entity);
        }
    }

    private static final class QualityMap implements Quality {
        private final JournaledMap<Key, Long> map;

        QualityMap(Journal journal) {
            map = new JournaledMap<>(journal, Comparator.naturalOrder());
        }

        @Override
        public long get(Key key) {
            return map.get(key).orElse(0L);
        }

        @Override
        public void put(Key key, long count) {
            if (count == 0) {
                map.remove(key);
            } else {
                map.put(key, count);
            }
        }

        @Override
        public SortedMap<Key, Long> all() {
            return map.all();
        }
    }

    static final class Gate<T> implements GateStore<T> {
        private final JournaledMap<Integer, State> state;
        private final Waiting<T> waiting;
        private final Runnable waited;

        Gate(Journal journal, Runnable waited) {
            state = new JournaledMap<>(journal, Comparator.naturalOrder());
            waiting = new Waiting<>(journal);
            this.waited = waited;
        }

        @Override
        public State load() {
            return state.get(0).orElse(State.initial());
        }

        @Override
        public void save(State saved) {
            state.put(0, saved);
        }

        @Override
        public void await(int k, T record) {
            waiting.add(k, record);
            waited.run();
        }

        @Override
        public List<T> take(int k) {
            return waiting.take(k);
        }
    }

    /** What waits for a day, in order of arrival. */
    private static final class Waiting<T> {
        private final JournaledMap<Integer, List<T>> byDay;

        Waiting(Journal journal) {
            byDay = new JournaledMap<>(journal, Comparator.naturalOrder());
        }

        void add(int day, T element) {
            List<T> longer = new ArrayList<>(byDay.get(day).orElse(List.of()));
            longer.add(element);
            byDay.put(day, longer);
        }

        List<T> take(int day) {
            List<T> taken = byDay.get(day).orElse(List.of());
            byDay.remove(day);
            return taken;
        }
    }

    private static final class Evaluations implements EvaluationStore {
        private final JournaledMap<Integer, Progress> progress;
        private final Waiting<UnitDay> waiting;

        Evaluations(Journal journal) {
            progress = new JournaledMap<>(journal, Comparator.naturalOrder());
            waiting = new Waiting<>(journal);
        }

        @Override
        public Progress load() {
            return progress.get(0).orElse(Progress.initial());
        }

        @Override
        public void save(Progress saved) {
            progress.put(0, saved);
        }

        @Override
        public void await(UnitDay unitDay) {
            waiting.add(unitDay.closedDay(), unitDay);
        }

        @Override
        public List<UnitDay> take(int closedDay) {
            return waiting.take(closedDay);
        }
    }

    private static final class RepMap implements Reps {
        private final JournaledMap<String, Rep> map;

        RepMap(Journal journal) {
            map = new JournaledMap<>(journal, Comparator.naturalOrder());
        }

        @Override
        public Rep get(String id) {
            return map.get(id).orElse(Rep.UNKNOWN);
        }

        @Override
        public void put(String id, Rep rep) {
            map.put(id, rep);
        }

        @Override
        public List<String> ids() {
            return List.copyOf(map.all().keySet());
        }
    }

    private static final class PaneMap implements Panes {
        private final JournaledMap<PaneKey, Sums> map;

        PaneMap(Journal journal) {
            map = new JournaledMap<>(journal, PaneKey.ORDER);
        }

        @Override
        public Sums get(String subject, int day) {
            return map.get(new PaneKey(subject, day)).orElse(Sums.ZERO);
        }

        @Override
        public void put(String subject, int day, Sums sums) {
            if (sums.isZero()) {
                map.remove(new PaneKey(subject, day));
            } else {
                map.put(new PaneKey(subject, day), sums);
            }
        }

        @Override
        public SortedMap<Integer, Sums> between(String subject, int from, int to) {
            SortedMap<Integer, Sums> panes = new TreeMap<>();
            if (from <= to) {
                map.between(new PaneKey(subject, from), new PaneKey(subject, to))
                        .forEach((key, sums) -> panes.put(key.day(), sums));
            }
            return panes;
        }
    }

    private static final class ChangeMap implements Changes {
        private final JournaledMap<ChangeKey, Sums> map;

        ChangeMap(Journal journal) {
            map = new JournaledMap<>(journal, ChangeKey.ORDER);
        }

        @Override
        public Sums get(int k, String subject, int day) {
            return map.get(new ChangeKey(k, subject, day)).orElse(Sums.ZERO);
        }

        @Override
        public void put(int k, String subject, int day, Sums sums) {
            if (sums.isZero()) {
                map.remove(new ChangeKey(k, subject, day));
            } else {
                map.put(new ChangeKey(k, subject, day), sums);
            }
        }

        @Override
        public List<Change> recordedOn(int k) {
            List<Change> changes = new ArrayList<>();
            map.between(new ChangeKey(k, "", Integer.MIN_VALUE), new ChangeKey(k, "\uffff", Integer.MAX_VALUE))
                    .forEach((key, sums) -> changes.add(new Change(key.subject(), key.day(), sums)));
            return changes;
        }

        @Override
        public SortedMap<Integer, Sums> recordedOn(int k, String subject) {
            SortedMap<Integer, Sums> changes = new TreeMap<>();
            map.between(new ChangeKey(k, subject, Integer.MIN_VALUE), new ChangeKey(k, subject, Integer.MAX_VALUE))
                    .forEach((key, sums) -> changes.put(key.day(), sums));
            return changes;
        }
    }

    private static final class ClosedMap implements ClosedSums.Store {
        private final JournaledMap<String, ClosedSums> map;
        private final JournaledMap<Integer, List<String>> ids;

        ClosedMap(Journal journal) {
            map = new JournaledMap<>(journal, Comparator.naturalOrder());
            ids = new JournaledMap<>(journal, Comparator.naturalOrder());
        }

        @Override
        public boolean has(String subject) {
            return map.get(subject).isPresent();
        }

        @Override
        public ClosedSums get(String subject, int windows) {
            return map.get(subject).orElse(ClosedSums.zero(windows));
        }

        @Override
        public void put(String subject, ClosedSums sums) {
            map.put(subject, sums);
        }

        @Override
        public List<String> subjects() {
            return List.copyOf(map.all().keySet());
        }

        @Override
        public List<String> windowKeys() {
            return ids.get(0).orElse(List.of());
        }

        @Override
        public void windowKeys(List<String> windows) {
            ids.put(0, windows);
        }
    }

    private static final class OutboxMap implements Outbox {
        private final JournaledMap<String, Boolean> subjects;
        private final JournaledMap<PaneKey, Boolean> panes;

        OutboxMap(Journal journal) {
            subjects = new JournaledMap<>(journal, Comparator.naturalOrder());
            panes = new JournaledMap<>(journal, PaneKey.ORDER);
        }

        @Override
        public void subject(String subject) {
            subjects.put(subject, true);
        }

        @Override
        public void pane(String subject, int day) {
            panes.put(new PaneKey(subject, day), true);
        }

        @Override
        public List<String> takeSubjects() {
            List<String> taken = List.copyOf(subjects.all().keySet());
            taken.forEach(subjects::remove);
            return taken;
        }

        @Override
        public List<Pane> takePanes() {
            List<PaneKey> taken = List.copyOf(panes.all().keySet());
            taken.forEach(panes::remove);
            return taken.stream().map(key -> new Pane(key.subject(), key.day())).toList();
        }
    }
}
