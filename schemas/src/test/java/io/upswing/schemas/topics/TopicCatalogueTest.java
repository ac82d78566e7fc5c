package io.upswing.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.serde.SerdeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {
    private static final SerdeFactory SERDES = SerdeFactory.avro(Map.of(RegistryClient.URL, "mock://catalogue"));

    @Test
    void allNamesBeginWithThePrefix() {
        try (TopicCatalogue catalogue = new TopicCatalogue("north.", 2, SERDES)) {
            assertThat(catalogue.all())
                    .extracting(Topic::name)
                    .containsExactlyInAnyOrder(
                            "north.crm.deals",
                            "north.crm.activities",
                            "north.org.reps",
                            "north.org.quotas",
                            "north.rules",
                            "north.commands",
                            "north.names",
                            "north.notes",
                            "north.unit-days",
                            "north.kpi.current",
                            "north.kpi.daily",
                            "north.kpi.units",
                            "north.issues.events",
                            "north.issues.current",
                            "north.plans.events",
                            "north.plans.current",
                            "north.recognitions",
                            "north.command-results",
                            "north.dead-letters",
                            "north.clock");
        }
    }

    @Test
    void allTopicsCarryTheAppendTime() {
        try (TopicCatalogue catalogue = TopicCatalogue.withDefaults(SERDES)) {
            assertThat(catalogue.all())
                    .allSatisfy(topic ->
                            assertThat(topic.config()).containsEntry("message.timestamp.type", "LogAppendTime"));
        }
    }

    @Test
    void topicsWithWatermarksAreNeverCompacted() {
        try (TopicCatalogue catalogue = TopicCatalogue.withDefaults(SERDES)) {
            assertThat(catalogue.all())
                    .filteredOn(Topic::carriesWatermarks)
                    .allSatisfy(topic -> assertThat(topic.config())
                            .containsEntry("cleanup.policy", "delete")
                            .containsEntry("retention.ms", "-1")
                            .containsEntry("retention.bytes", "-1"));
            assertThat(catalogue.inputs())
                    .containsExactly(
                            catalogue.deals(),
                            catalogue.activities(),
                            catalogue.reps(),
                            catalogue.quotas(),
                            catalogue.rules(),
                            catalogue.commands());
        }
    }

    @Test
    void namesAndNotesCanBeErased() {
        try (TopicCatalogue catalogue = TopicCatalogue.withDefaults(SERDES)) {
            assertThat(List.of(catalogue.names(), catalogue.notes()))
                    .allSatisfy(topic -> assertThat(topic.config())
                            .containsEntry("cleanup.policy", "compact")
                            .containsEntry("max.compaction.lag.ms", "604800000"));
        }
    }

    @Test
    void theTopicsOfAStageGetEqualPartitionCounts() {
        try (TopicCatalogue catalogue = new TopicCatalogue("", 4, SERDES)) {
            assertThat(catalogue.stages())
                    .allSatisfy(stage -> assertThat(stage.topics()).allMatch(topic -> topic.partitions() == 4));
            assertThat(catalogue.clock().partitions()).isEqualTo(1);
        }
    }

    @Test
    void noPartitionsAreRefused() {
        assertThatThrownBy(() -> new TopicCatalogue("", 0, SERDES)).isInstanceOf(IllegalArgumentException.class);
    }
}
