package io.upswing.app.views.http;

import io.upswing.app.topology.PipelineTopology;
import io.upswing.app.topology.Plumbing;
import io.upswing.app.views.CaseCluster;
import io.upswing.app.views.CaseViews;
import io.upswing.app.views.Cluster;
import io.upswing.app.views.EventLog;
import io.upswing.app.views.Health;
import io.upswing.app.views.Inbox;
import io.upswing.app.views.Instance;
import io.upswing.app.views.Instances;
import io.upswing.app.views.KpiQueries;
import io.upswing.app.views.LocalInstance;
import io.upswing.app.views.Names;
import io.upswing.app.views.ViewSettings;
import io.upswing.app.views.streams.AssignedTasks;
import io.upswing.app.views.streams.StoredNames;
import io.upswing.app.views.streams.StoredNotes;
import io.upswing.app.views.streams.StreamsHealth;
import io.upswing.app.views.streams.StreamsInstances;
import io.upswing.app.views.streams.StreamsStores;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What a {@link ViewsServer} serves.
 *
 * @param queries over all instances
 * @param local   what other instances ask this one
 * @param cases   issues and plans
 */
public record Views(
        KpiQueries queries, Instance local, Names names, Health health, ViewSettings settings, CaseViews cases) {
    /**
     * Views over the stores of a Kafka Streams client.
     *
     * @param plumbing of the client's topology
     * @param self     the client's {@code application.server}, under which other instances reach its server
     * @param inbox    takes commands
     * @param log      of issues and plans
     * @param nanoTime only paces questions to the registry
     */
    public static Views over(
            KafkaStreams streams,
            Plumbing plumbing,
            HostInfo self,
            ViewSettings settings,
            Inbox inbox,
            EventLog log,
            LongSupplier nanoTime) {
        TopicCatalogue catalogue = plumbing.catalogue();
        StreamsStores stores = new StreamsStores(streams, plumbing.tasks());
        Instance local = new LocalInstance(self.host() + ":" + self.port(), stores, settings);
        RemoteInstances others = new RemoteInstances();
        Instances instances = new StreamsInstances(streams, self, local, host -> others.at(host.host(), host.port()));
        return new Views(
                new Cluster(instances, settings),
                local,
                StoredNames.in(streams, PipelineTopology.NAMES, catalogue.names(), nanoTime),
                new StreamsHealth(streams, AssignedTasks.of(streams, self, plumbing), stores),
                settings,
                new CaseViews(
                        new CaseCluster(instances, settings),
                        StoredNotes.in(streams, PipelineTopology.NOTES, catalogue.notes(), nanoTime),
                        inbox,
                        log));
    }
}
