package io.upswing.app.topology;

import io.upswing.app.stores.StageStore;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.stream.Stream;

/**
 * The topics that Kafka Streams makes for an installation, as on the broker.
 *
 * @param applicationId of Kafka Streams; their names begin with it
 */
public record InternalTopics(String applicationId, TopicCatalogue catalogue) {
    private static final String CHANGELOG = "-changelog";

    /** Those that stages write to each other. */
    public List<String> repartition() {
        return catalogue.stages().stream()
                .flatMap(stage -> stage.repartitioned().stream())
                .<String>map(topic -> topic.repartitionedBy(applicationId).name())
                .toList();
    }

    /** Those of this version. */
    public List<String> all() {
        return Stream.concat(
                        repartition().stream(),
                        Stream.of(StageStore.values())
                                .map(store -> applicationId + "-" + store.storeName() + CHANGELOG))
                .sorted()
                .toList();
    }

    /**
     * Whether a topic is one of this installation's: a repartition topic, or the changelog of a store of this or another version,
     * whose stores may be others. So it is not of an application whose id begins with this one's, unless a stage's name comes next
     * in that.
     */
    public boolean has(String topic) {
        return repartition().contains(topic)
                || (topic.endsWith(CHANGELOG)
                        && catalogue.stages().stream()
                                .anyMatch(stage -> topic.startsWith(applicationId + "-" + stage.name() + "-")));
    }
}
