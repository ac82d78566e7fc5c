package io.upswing.app.views.streams;

import io.upswing.app.topology.Plumbing;
import io.upswing.app.topology.Tasks;
import io.upswing.app.views.Stages;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** The active tasks that the group has given to a client, whether they run yet or not. */
public final class AssignedTasks {
    private final Supplier<? extends Collection<TopicPartition>> inputs;
    private final Map<String, String> stages;

    /**
     * @param inputs the input partitions that the group has given to the client
     * @param stages by an input topic that each has for its own
     */
    AssignedTasks(Supplier<? extends Collection<TopicPartition>> inputs, Map<String, String> stages) {
        this.inputs = inputs;
        this.stages = Map.copyOf(stages);
    }

    /**
     * Those of a client.
     *
     * @param self the client's {@code application.server}
     */
    public static AssignedTasks of(KafkaStreams streams, HostInfo self, Plumbing plumbing) {
        return new AssignedTasks(
                () -> streams.metadataForAllStreamsClients().stream()
                        .filter(client -> client.hostInfo().equals(self))
                        .map(StreamsMetadata::topicPartitions)
                        .flatMap(Collection::stream)
                        .toList(),
                Map.of(
                        plumbing.catalogue().deals().name(), Stages.ENTITY,
                        plumbing.facts().name(), Stages.REP,
                        plumbing.unitSums().name(), Stages.UNIT));
    }

    /**
     * Those there are now.
     *
     * @throws IllegalStateException if the client does not run
     */
    Set<Tasks.Id> all() {
        Set<Tasks.Id> all = new TreeSet<>();
        for (TopicPartition input : inputs.get()) {
            String stage = stages.get(input.topic());
            if (stage != null) {
                all.add(new Tasks.Id(stage, input.partition()));
            }
        }
        return all;
    }
}
