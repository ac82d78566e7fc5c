package io.upswing.app.views.streams;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.Health;
import io.upswing.app.views.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/** Whether Kafka Streams runs, all tasks that the group has given to it do, and their stores can be read. */
public final class StreamsHealth implements Health {
    private final KafkaStreams streams;
    private final AssignedTasks assigned;
    private final StreamsStores stores;

    public StreamsHealth(KafkaStreams streams, AssignedTasks assigned, StreamsStores stores) {
        this.streams = streams;
        this.assigned = assigned;
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
        try {
            return obstacles(assigned.all(), stores.progress(), stores::probe);
        } catch (IllegalStateException e) {
            return List.of("Kafka Streams has just ceased to run: " + e.getMessage());
        }
    }

    /** Kafka Streams may run without tasks that it has: one that can't read its last commit is tried again in silence. */
    static List<String> obstacles(Set<Tasks.Id> assigned, List<Progress> running, Consumer<Tasks.Id> probe) {
        List<String> obstacles = new ArrayList<>();
        Set<Tasks.Id> lacking = new TreeSet<>(assigned);
        for (Progress task : running) {
            lacking.remove(task.id());
            try {
                probe.accept(task.id());
            } catch (UnavailableException e) {
                obstacles.add(String.valueOf(e.getMessage()));
            }
        }
        lacking.forEach(
                task -> obstacles.add("the task " + task + " has been given to this instance and does not run"));
        return obstacles;
    }
}
