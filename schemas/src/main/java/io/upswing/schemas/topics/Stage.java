package io.upswing.schemas.topics;

import java.util.List;

/**
 * The topics that one stage reads: they need equal partition counts, since its tasks take one partition of each.
 *
 * @param topics those that exist before the stage starts
 * @param repartitioned those that Kafka Streams makes
 */
public record Stage(String name, List<Topic<?, ?>> topics, List<Topic<?, ?>> repartitioned) {
    /** Copies the lists. */
    public Stage {
        topics = List.copyOf(topics);
        repartitioned = List.copyOf(repartitioned);
    }
}
