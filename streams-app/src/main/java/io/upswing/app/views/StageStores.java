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
import java.util.function.Function;

/** The stores of the tasks that run in this process. They are read while their task does nothing: keep it short. */
public interface StageStores {
    /**
     * Reads the stores of a rep task; empty if it does not run here.
     *
     * @throws UnavailableException if they can't be read at the moment
     */
    <T> Optional<T> rep(int partition, Function<RepStores, T> reading);

    /**
     * Reads the stores of a unit task; empty if it does not run here.
     *
     * @throws UnavailableException if they can't be read at the moment
     */
    <T> Optional<T> unit(int partition, Function<UnitStores, T> reading);

    /**
     * Reads the stores of an entity task; empty if it does not run here.
     *
     * @throws UnavailableException if they can't be read at the moment
     */
    <T> Optional<T> entity(int partition, Function<EntityStores, T> reading);

    /** How far each task is. */
    List<Progress> progress();

    /** What each task counts for data quality. */
    SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality();
}
