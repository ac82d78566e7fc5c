package io.upswing.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.producers.simulator.Damage.Kind;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class DamageTest {
    private static final List<Kind> UNREADABLE = List.of(Kind.CUT, Kind.NO_MAGIC, Kind.UNKNOWN_SCHEMA, Kind.NOISE);

    @Test
    void badRecordsAreOfEveryKindAndStandAmongGoodOnes() {
        List<SimulatedRecord> records = Simulations.records(Simulations.small(5).with(Ingredient.BAD_RECORDS, 0.05));

        List<SimulatedRecord> bad =
                records.stream().filter(record -> !record.isGood()).toList();

        assertThat(bad).allMatch(record -> record.ingredients().equals(Set.of(Ingredient.BAD_RECORDS)));
        assertThat(bad.stream().map(record -> record.damage().kind()).collect(Collectors.toSet()))
                .hasSize(7);
        assertThat((double) bad.size() / records.size()).isBetween(0.03, 0.06);
    }

    @Test
    void whatIsMeantToBeUnreadableIsSo() {
        try (TopicCatalogue topics = Simulations.topics()) {
            Topic<String, DealEvent> deals = topics.deals();
            List<SimulatedRecord> bad =
                    Simulations.records(Simulations.small(5).with(Ingredient.BAD_RECORDS, 0.2)).stream()
                            .filter(record ->
                                    UNREADABLE.contains(record.damage().kind()) && record.value() instanceof DealEvent)
                            .toList();

            assertThat(bad).hasSizeGreaterThan(100);
            for (SimulatedRecord record : bad) {
                byte[] bytes = Objects.requireNonNull(record.damage().of(record.serialized(topics)));
                assertThat(isReadable(deals, bytes))
                        .as(record.damage().toString())
                        .isFalse();
            }
        }
    }

    private static boolean isReadable(Topic<String, DealEvent> topic, byte[] bytes) {
        try {
            topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
            return true;
        } catch (KafkaException e) {
            return false;
        }
    }

    @Test
    void aLostKeyOrValueIsLost() {
        byte[] value = {0, 1, 2};

        assertThat(new Damage(Kind.NO_KEY, 1).losesKey()).isTrue();
        assertThat(new Damage(Kind.NO_KEY, 1).of(value)).isEqualTo(value);
        assertThat(new Damage(Kind.NO_VALUE, 1).of(value)).isNull();
        assertThat(Damage.NONE.of(value)).isEqualTo(value);
    }
}
