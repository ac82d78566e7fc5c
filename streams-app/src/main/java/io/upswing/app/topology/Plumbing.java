package io.upswing.app.topology;

import io.upswing.app.intake.RegistryCircuit;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.RepStage;
import io.upswing.core.time.OrganizationZone;
import io.upswing.schemas.Fact;
import io.upswing.schemas.UnitSum;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.util.SortedMap;

/**
 * What the topology is made from: plain values, and what the tasks of a process share.
 *
 * @param applicationId of Kafka Streams; the names of repartition topics begin with it
 * @param computedWith  the settings, by key, whose change makes state wrong that is there
 * @param emitInterval  at most one message per rep, or unit, in this time
 */
public record Plumbing(
        String applicationId,
        TopicCatalogue catalogue,
        PartitionCounts partitions,
        OrganizationZone zone,
        EntityStage.Settings entity,
        RepStage.Settings rep,
        WindowSettings unit,
        SortedMap<String, String> computedWith,
        Duration emitInterval,
        RegistryCircuit circuit,
        Tasks tasks,
        StageObserver observer) {
    /** The repartition topic of facts, as on the broker. */
    public Topic<String, Fact> facts() {
        return catalogue.facts().repartitionedBy(applicationId);
    }

    /** The repartition topic of unit sums, as on the broker. */
    public Topic<String, UnitSum> unitSums() {
        return catalogue.unitSums().repartitionedBy(applicationId);
    }
}
