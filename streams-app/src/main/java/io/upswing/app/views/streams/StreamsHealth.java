package io.upswing.app.views.streams;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.Health;
import io.upswing.app.views.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/** Whether Kafka Streams runs, and the stores of its tasks can be read. */
public final class StreamsHealth implements Health {
    private final KafkaStreams streams;
    private final Tasks tasks;
    private final StreamsStores stores;

    public StreamsHealth(KafkaStreams streams, Tasks tasks, StreamsStores stores) {
        this.streams = streams;
        this.tasks = tasks;
        this.stores = stores;
    }

    @Override
    public boolean isAlive() {
        return streams.state() != State.ERROR && streams.state() != State.PENDING_ERROR;
    }

    @Override
    public List<String> obstacles() {
        State state = streams.state();
        if (state != State.RUNNING) {
            return List.of("Kafka Streams is " + state + ", not RUNNING");
        }
        List<String> obstacles = new ArrayList<>();
        for (Progress task : tasks.progress()) {
            try {
                stores.probe(task.id());
            } catch (UnavailableException e) {
                obstacles.add(String.valueOf(e.getMessage()));
            }
        }
        return obstacles;
    }
}
