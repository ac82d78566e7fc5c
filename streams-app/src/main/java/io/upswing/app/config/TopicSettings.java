package io.upswing.app.config;

import java.util.regex.Pattern;

/**
 * How topics are named and made.
 *
 * @param prefix of topics, groups and transactional ids; may be empty
 * @param partitions of topics that are made, from 1
 * @param replicationFactor of topics that are made, from 1, or −1 for the cluster's default
 */
public record TopicSettings(String prefix, int partitions, short replicationFactor) {
    // Kafka's limit is 249; the longest names of internal topics need the rest.
    private static final int MAX_PREFIX = 100;
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{0," + MAX_PREFIX + "}");

    /** Checks the ranges. */
    public TopicSettings {
        if (!isPrefix(prefix)) {
            throw new IllegalArgumentException("'" + prefix + "' is no prefix of topic names");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be positive, not " + partitions);
        }
        if (replicationFactor < 1 && replicationFactor != -1) {
            throw new IllegalArgumentException("a replication factor is positive, or -1, not " + replicationFactor);
        }
    }

    static boolean isPrefix(String text) {
        return PREFIX.matcher(text).matches();
    }
}
