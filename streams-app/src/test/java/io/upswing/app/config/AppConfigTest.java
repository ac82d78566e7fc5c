package io.upswing.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.kpi.Window;
import io.upswing.schemas.topics.TopicCatalogue;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class AppConfigTest {
    @Test
    void stagesAndTopicsGetWhatIsSet() {
        AppConfig config = Minimal.with(
                "topic-prefix", "emea.",
                "topics.partitions", "12",
                "credit.after-close", "follow",
                "windows", "30d,qtd",
                "fiscal-year.start-month", "4",
                "dates.horizon", "100",
                "evaluation.max-days-ahead", "5",
                "reporting-currency", "JPY");

        try (TopicCatalogue topics = config.catalogue()) {
            assertThat(topics.deals().name()).isEqualTo("emea.crm.deals");
            assertThat(topics.deals().partitions()).isEqualTo(12);
        }
        assertThat(config.applicationId()).isEqualTo("emea.app");
        assertThat(config.entitySettings().credit()).isEqualTo(CreditPolicy.FOLLOW);
        assertThat(config.entitySettings().reportingCurrency()).isEqualTo("JPY");
        assertThat(config.entitySettings().bounds().horizonDays()).isEqualTo(100);
        assertThat(config.repSettings().windows().windows())
                .containsExactly(new Window.Rolling(30), new Window.QuarterToDate(4));
        assertThat(config.repSettings().windows()).isEqualTo(config.unitSettings());
        assertThat(config.repSettings().maxDaysAhead()).isEqualTo(5);
        assertThat(config.organization().currencyDigits()).isZero();
    }

    @Test
    void whatStateIsComputedWithIsNamedAsItIsConfigured() {
        AppConfig config = Minimal.with(
                "time-zone", "Europe/Copenhagen",
                "reporting-currency", "JPY",
                "fiscal-year.start-month", "4",
                "credit.after-close", "follow",
                "deals.stale-after-days", "120");

        assertThat(config.stateDependsOn())
                .containsOnly(
                        entry("time-zone", "Europe/Copenhagen"),
                        entry("reporting-currency", "JPY"),
                        entry("fiscal-year.start-month", "4"),
                        entry("credit.after-close", "follow"),
                        entry("deals.stale-after-days", "120"));
    }

    @Test
    void plainClientsGetTheirOwnKeysAndNoneOfKafkaStreams() {
        AppConfig config = Minimal.with(
                "kafka.security.protocol", "SSL",
                "kafka.commit.interval.ms", "50",
                "kafka.topic.segment.bytes", "1048576",
                "kafka.consumer.fetch.min.bytes", "2",
                "kafka.producer.linger.ms", "3",
                "kafka.admin.retries", "4");

        assertThat(config.clientConfig()).containsOnlyKeys("bootstrap.servers", "security.protocol");
        assertThat(config.consumerConfig())
                .containsOnlyKeys("bootstrap.servers", "security.protocol", "fetch.min.bytes");
        assertThat(config.producerConfig()).containsOnlyKeys("bootstrap.servers", "security.protocol", "linger.ms");
        assertThat(config.adminConfig()).containsOnlyKeys("bootstrap.servers", "security.protocol", "retries");
    }

    @Test
    void aSerdeClassThatIsNotThereIsNamed() {
        AppConfig config = Minimal.with("serde.class", "io.confluent.NotHere");

        assertThatThrownBy(config::catalogue)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("NotHere");
    }
}
