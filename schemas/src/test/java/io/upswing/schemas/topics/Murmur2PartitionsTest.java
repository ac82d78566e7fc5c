package io.upswing.schemas.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class Murmur2PartitionsTest {
    @Test
    void keysGoWhereKafkasProducerPutsThem() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> ("deal-" + i).getBytes(UTF_8)))
                .allSatisfy(key -> assertThat(Murmur2Partitions.partitionFor(key, 6))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(key, 6)));
    }

    /** Hashes that the test suites of clients in other languages give for these keys too. */
    @Test
    void keysGoWhereOtherLanguagesPutThem() {
        assertThat(Murmur2Partitions.partitionFor("21".getBytes(UTF_8), Integer.MAX_VALUE))
                .isEqualTo((-973932308 & Integer.MAX_VALUE) % Integer.MAX_VALUE);
        assertThat(Murmur2Partitions.partitionFor("foobar".getBytes(UTF_8), Integer.MAX_VALUE))
                .isEqualTo((-790332482 & Integer.MAX_VALUE) % Integer.MAX_VALUE);
    }
}
