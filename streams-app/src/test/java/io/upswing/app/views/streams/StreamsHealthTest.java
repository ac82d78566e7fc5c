package io.upswing.app.views.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StreamsHealthTest {
    private static final Tasks.Id ENTITY = new Tasks.Id("entity", 0);
    private static final Tasks.Id REP = new Tasks.Id("rep", 2);

    private static Progress running(Tasks.Id task) {
        return new Progress(task, 1, 1, List.of(), 0);
    }

    @Test
    void aTaskThatTheInstanceHasButThatDoesNotRunIsAnObstacle() {
        assertThat(StreamsHealth.obstacles(Set.of(ENTITY, REP), List.of(running(ENTITY)), task -> {}))
                .containsExactly("the task rep/2 has been given to this instance and does not run");
    }

    @Test
    void anInstanceWithoutTasksAndOneWhoseTasksAllRunAreReady() {
        assertThat(StreamsHealth.obstacles(Set.of(), List.of(), task -> {})).isEmpty();
        assertThat(StreamsHealth.obstacles(Set.of(ENTITY, REP), List.of(running(ENTITY), running(REP)), task -> {}))
                .isEmpty();
    }

    @Test
    void aTaskWhoseStoresCantBeReadIsAnObstacle() {
        assertThat(StreamsHealth.obstacles(Set.of(REP), List.of(running(REP)), task -> {
                    throw new UnavailableException("the stores of " + task + " can't be read");
                }))
                .containsExactly("the stores of rep/2 can't be read");
    }

    @Test
    void theTasksGivenToAnInstanceFollowFromTheInputsThatAreReadByOneStageOnly() {
        AssignedTasks tasks = new AssignedTasks(
                () -> List.of(
                        new TopicPartition("crm.deals", 0),
                        new TopicPartition("crm.activities", 0),
                        new TopicPartition("facts-repartition", 2)),
                Map.of("crm.deals", "entity", "facts-repartition", "rep"));

        assertThat(tasks.all()).containsExactly(ENTITY, REP);
    }
}
