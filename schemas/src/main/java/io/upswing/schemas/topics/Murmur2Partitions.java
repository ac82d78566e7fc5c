package io.upswing.schemas.topics;

import org.apache.kafka.common.utils.Utils;

/** Which partition a key belongs to, as Java producers, kafkajs and librdkafka's {@code murmur2_random} say. */
public final class Murmur2Partitions {
    private Murmur2Partitions() {}

    /**
     * The partition of a key.
     *
     * @param count of partitions, from 1
     */
    public static int partitionFor(byte[] key, int count) {
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }
}
