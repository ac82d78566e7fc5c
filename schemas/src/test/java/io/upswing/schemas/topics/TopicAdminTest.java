package io.upswing.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.serde.SerdeFactory;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicAdminTest {
    private final TopicCatalogue catalogue =
            TopicCatalogue.withDefaults(SerdeFactory.avro(Map.of(RegistryClient.URL, "mock://admin")));
    private final FakeCluster cluster = new FakeCluster();
    private final TopicAdmin admin = new TopicAdmin(cluster.admin());

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void allTopicsAreMadeAndThenWell() {
        TopicAdmin.Creation creation = admin.create(catalogue, (short) 1);

        assertThat(creation.created()).hasSameSizeAs(catalogue.all());
        assertThat(creation.problems()).isEmpty();
        assertThat(admin.check(catalogue)).isEmpty();
        assertThat(cluster.topic("upswing.clock").numPartitions()).isEqualTo(1);
    }

    @Test
    void makingThemAgainChangesNothing() {
        admin.create(catalogue, (short) 1);

        TopicAdmin.Creation again = admin.create(catalogue, (short) 1);

        assertThat(again.created()).isEmpty();
        assertThat(again.existing()).hasSameSizeAs(catalogue.all());
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void threeReplicasAskForTwoInSync() {
        admin.create(catalogue, (short) 3);

        assertThat(cluster.topic("upswing.crm.deals").configs()).containsEntry("min.insync.replicas", "2");
        assertThat(cluster.topic("upswing.crm.deals").replicationFactor()).isEqualTo((short) 3);
    }

    @Test
    void theClustersDefaultReplicationCanBeTaken() {
        admin.create(catalogue, (short) -1);

        assertThat(cluster.topic("upswing.crm.deals").replicationFactor()).isEqualTo((short) -1);
        assertThat(cluster.topic("upswing.crm.deals").configs()).doesNotContainKey("min.insync.replicas");
    }

    @Test
    void anExistingTopicIsLeftAndItsFaultsAreSaid() {
        cluster.put("upswing.crm.deals", 3, Map.of("cleanup.policy", "delete", "retention.ms", "604800000"));

        TopicAdmin.Creation creation = admin.create(catalogue, (short) 1);

        assertThat(cluster.topic("upswing.crm.deals").numPartitions()).isEqualTo(3);
        assertThat(creation.existing()).containsExactly("upswing.crm.deals");
        assertThat(creation.problems())
                .contains(
                        new TopicProblem("upswing.crm.deals", "retention.ms", "604800000", "-1"),
                        new TopicProblem("upswing.crm.deals", "message.timestamp.type", "unknown", "LogAppendTime"));
    }

    @Test
    void missingTopicsAreNamed() {
        assertThat(admin.check(catalogue))
                .hasSameSizeAs(catalogue.all())
                .contains(new TopicProblem("upswing.org.reps", "topic", "missing", "there"));
    }

    @Test
    void aWrongSettingIsNamedWithTheRightOne() {
        admin.create(catalogue, (short) 1);
        change("upswing.kpi.current", "cleanup.policy", "delete");
        change("upswing.unit-days", "message.timestamp.type", "CreateTime");
        change("upswing.org.reps", "retention.bytes", "1000");
        change("upswing.dead-letters", "retention.ms", "1000");

        assertThat(admin.check(catalogue))
                .extracting(TopicProblem::describe)
                .containsExactlyInAnyOrder(
                        "upswing.kpi.current: cleanup.policy is delete, must be compact",
                        "upswing.unit-days: message.timestamp.type is CreateTime, must be LogAppendTime",
                        "upswing.org.reps: retention.bytes is 1000, must be -1");
    }

    @Test
    void unequalPartitionCountsWithinAStageAreNamed() {
        admin.create(catalogue, (short) 1);
        cluster.put("upswing.unit-days", 4, catalogue.unitDays().config());

        assertThat(admin.check(catalogue))
                .containsExactly(new TopicProblem(
                        "upswing.unit-days",
                        "partitions",
                        "4",
                        "6 as upswing.org.reps has, since the rep stage reads both"));
    }

    @Test
    void partitionCountsMayDifferBetweenStages() {
        admin.create(catalogue, (short) 1);
        cluster.put("upswing.crm.deals", 12, catalogue.deals().config());
        cluster.put("upswing.crm.activities", 12, catalogue.activities().config());

        assertThat(admin.check(catalogue)).isEmpty();
    }

    @Test
    void repartitionTopicsOfAnApplicationAreCheckedToo() {
        admin.create(catalogue, (short) 1);
        cluster.put("upswing.app-facts-repartition", 5, Map.of());

        assertThat(admin.check(catalogue)).isEmpty();
        assertThat(admin.check(catalogue, "upswing.app"))
                .extracting(TopicProblem::topic)
                .containsExactly("upswing.app-facts-repartition");
    }

    @Test
    void aRefusalIsNotSwallowed() {
        Admin refusing = (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, args) -> {
                    throw new ClusterAuthorizationException("no");
                });

        assertThatThrownBy(() -> new TopicAdmin(refusing).create(catalogue, (short) 1))
                .isInstanceOf(ClusterAuthorizationException.class);
    }

    private void change(String topic, String key, String value) {
        var found = cluster.topic(topic);
        Map<String, String> config = new HashMap<>(found.configs());
        config.put(key, value);
        cluster.put(topic, found.numPartitions(), config);
    }
}
