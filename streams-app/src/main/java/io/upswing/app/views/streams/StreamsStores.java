package io.upswing.app.views.streams;

import io.upswing.app.stores.StoreCatalogue;
import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.StageStores;
import io.upswing.app.views.Stages;
import io.upswing.app.views.UnavailableException;
import io.upswing.core.entity.EntityStores;
import io.upswing.core.entity.Quality;
import io.upswing.core.rep.RepStores;
import io.upswing.core.unit.UnitStores;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of the tasks of a Kafka Streams client, each read under its task's lock: no record is seen half done. */
public final class StreamsStores implements StageStores {
    private final KafkaStreams streams;
    private final Tasks tasks;

    public StreamsStores(KafkaStreams streams, Tasks tasks) {
        this.streams = streams;
        this.tasks = tasks;
    }

    @Override
    public <T> Optional<T> entity(int partition, Function<EntityStores, T> reading) {
        return read(Stages.ENTITY, partition, () -> reading.apply(StoreCatalogue.entityView(store(partition))));
    }

    @Override
    public <T> Optional<T> rep(int partition, Function<RepStores, T> reading) {
        return read(Stages.REP, partition, () -> reading.apply(StoreCatalogue.repView(store(partition))));
    }

    @Override
    public <T> Optional<T> unit(int partition, Function<UnitStores, T> reading) {
        return read(Stages.UNIT, partition, () -> reading.apply(StoreCatalogue.unitView(store(partition))));
    }

    @Override
    public List<Progress> progress() {
        return tasks.progress();
    }

    @Override
    public SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality() {
        try {
            return tasks.quality();
        } catch (InvalidStateStoreException e) {
            throw new UnavailableException("a task's counts can't be read at the moment: " + e.getMessage(), e);
        }
    }

    /** Opens the stores of a task that runs here. */
    void probe(Tasks.Id task) {
        Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores = store(task.partition());
        read(task.stage(), task.partition(), () -> switch (task.stage()) {
            case Stages.ENTITY -> StoreCatalogue.entityView(stores).gate().load();
            case Stages.REP -> StoreCatalogue.repView(stores).gate().load();
            default -> StoreCatalogue.unitView(stores).gate().load();
        });
    }

    private <T> Optional<T> read(String stage, int partition, Supplier<T> reading) {
        try {
            return tasks.read(new Tasks.Id(stage, partition), reading);
        } catch (InvalidStateStoreException e) {
            throw new UnavailableException(
                    "the stores of " + stage + "/" + partition + " can't be read at the moment: " + e.getMessage(), e);
        }
    }

    private Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> store(int partition) {
        return name -> streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
    }
}
