package io.upswing.schemas.topics;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** What becomes of a topic's old records. */
public sealed interface Cleanup {
    /** The topic's settings that bring it about. */
    Map<String, String> config();

    /** They stay: the log is the audit trail, and what a full replay reads. */
    record KeptForEver() implements Cleanup {
        @Override
        public Map<String, String> config() {
            return Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG, "-1",
                    TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        }
    }

    /**
     * The last of each key stays.
     *
     * @param within how long an outdated record may still lie there at most, once something later is written to its partition
     */
    record Compacted(Duration within) implements Cleanup {
        @Override
        public Map<String, String> config() {
            return Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(within.toMillis()));
        }
    }

    /**
     * They go after a time.
     *
     * @param after counted from the append time
     */
    record Expiring(Duration after) implements Cleanup {
        @Override
        public Map<String, String> config() {
            return Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(after.toMillis()));
        }
    }

    /** Kafka Streams makes the topic, and purges what has been read. */
    record ByStreams() implements Cleanup {
        @Override
        public Map<String, String> config() {
            return Map.of();
        }
    }
}
