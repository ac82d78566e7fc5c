package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.core.entity.EntityStores;
import io.upswing.core.entity.Quality;
import io.upswing.core.rep.RepStores;
import io.upswing.core.unit.UnitStores;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Some of the tasks, as if the others ran elsewhere. */
record SomeTasks(StageStores all, Predicate<Tasks.Id> here) implements StageStores {
    @Override
    public <T> Optional<T> rep(int partition, Function<RepStores, T> reading) {
        return here.test(new Tasks.Id("rep", partition)) ? all.rep(partition, reading) : Optional.empty();
    }

    @Override
    public <T> Optional<T> unit(int partition, Function<UnitStores, T> reading) {
        return here.test(new Tasks.Id("unit", partition)) ? all.unit(partition, reading) : Optional.empty();
    }

    @Override
    public <T> Optional<T> entity(int partition, Function<EntityStores, T> reading) {
        return here.test(new Tasks.Id("entity", partition)) ? all.entity(partition, reading) : Optional.empty();
    }

    @Override
    public List<Progress> progress() {
        return all.progress().stream().filter(task -> here.test(task.id())).toList();
    }

    @Override
    public SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality() {
        SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> counts = new TreeMap<>(all.quality());
        counts.keySet().removeIf(here.negate());
        return counts;
    }
}
