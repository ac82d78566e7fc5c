package io.upswing.app.views.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.stores.StageStore;
import io.upswing.app.views.Instance;
import io.upswing.app.views.Instances;
import io.upswing.app.views.Stages;
import io.upswing.app.views.Subject;
import io.upswing.app.views.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** The instances of a Kafka Streams application, by the addresses that they advertise ({@code application.server}). */
public final class StreamsInstances implements Instances {
    private final KafkaStreams streams;
    private final HostInfo self;
    private final Instance local;
    private final Function<HostInfo, Instance> remote;

    /**
     * @param self   what this client advertises
     * @param local  this instance
     * @param remote the instance at another address
     */
    public StreamsInstances(KafkaStreams streams, HostInfo self, Instance local, Function<HostInfo, Instance> remote) {
        this.streams = streams;
        this.self = self;
        this.local = local;
        this.remote = remote;
    }

    @Override
    public Instance holding(Subject subject) {
        StageStore store =
                subject.level().stage().equals(Stages.REP) ? StageStore.REP_CLOSED_SUMS : StageStore.UNIT_CLOSED_SUMS;
        KeyQueryMetadata metadata = asked(() -> streams.queryMetadataForKey(
                store.storeName(), subject.key().getBytes(UTF_8), new ByteArraySerializer()));
        if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new UnavailableException("which instance runs the task is being decided");
        }
        return at(metadata.activeHost());
    }

    @Override
    public List<Instance> all() {
        List<Instance> all = new ArrayList<>(List.of(local));
        asked(streams::metadataForAllStreamsClients).stream()
                .map(StreamsMetadata::hostInfo)
                .distinct()
                .filter(host -> !isLocal(host))
                .map(remote)
                .forEach(all::add);
        return all;
    }

    private Instance at(HostInfo host) {
        return isLocal(host) ? local : remote.apply(host);
    }

    private boolean isLocal(HostInfo host) {
        return host.equals(self) || host.equals(HostInfo.unavailable());
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new UnavailableException("Kafka Streams can't tell who runs which task: " + e.getMessage(), e);
        }
    }
}
