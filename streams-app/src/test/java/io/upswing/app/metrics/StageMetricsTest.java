package io.upswing.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.upswing.app.intake.RawRecord;
import io.upswing.core.entity.Quality;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class StageMetricsTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final StageMetrics metrics = new StageMetrics(registry);

    private List<String> samples() {
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void deadLettersAreCountedByStageTopicAndReason() {
        RawRecord record = new RawRecord("crm.deals", 3, 17, 0, null, null, new RecordHeaders());

        metrics.refused("entity", record, new Refusal(Reason.NO_ID, "no key"));
        metrics.refused("entity", record, new Refusal(Reason.NO_ID, "no key"));

        assertThat(samples())
                .contains("upswing_dead_letters_total{reason=\"no-id\",stage=\"entity\",topic=\"crm.deals\"} 2.0");
    }

    @Test
    void theCountsOfDataQualityOfATaskGoWithIt() {
        Quality.Key gaps = new Quality.Key("crm", "deal", "gap");
        metrics.quality("entity", 1, gaps, 3);
        metrics.quality("entity", 1, gaps, 2);

        assertThat(samples())
                .contains("upswing_quality{item=\"gap\",kind=\"deal\",source=\"crm\",stage=\"entity\",task=\"1\"} 2.0");

        metrics.stopped("entity", 1);

        assertThat(samples()).doesNotContain("upswing_quality");
    }

    @Test
    void daysAreSecondsSinceTheEpoch() {
        metrics.days("rep", 2, Days.of("2018-01-01"), Days.of("2017-12-31"));
        metrics.waiting("rep", 2, 5);

        assertThat(samples())
                .contains("upswing_open_day_timestamp_seconds{stage=\"rep\",task=\"2\"} 1.5147648E9")
                .contains("upswing_evaluated_day_timestamp_seconds{stage=\"rep\",task=\"2\"} 1.5146784E9")
                .contains("upswing_waiting_records{stage=\"rep\",task=\"2\"} 5.0");
    }

    @Test
    void beforeTheFirstDayThereIsNoNumber() {
        metrics.days("rep", 2, DayGate.NOT_OPEN, DayGate.NOT_OPEN);

        assertThat(samples()).contains("upswing_open_day_timestamp_seconds{stage=\"rep\",task=\"2\"} NaN");
    }

    @Test
    void aTaskThatHasLeftHasNoGauges() {
        metrics.days("rep", 2, 0, 0);
        metrics.days("rep", 3, 0, 0);

        metrics.stopped("rep", 2);

        assertThat(samples())
                .noneMatch(line -> line.contains("task=\"2\""))
                .anyMatch(line -> line.contains("task=\"3\""));
    }

    @Test
    void aTaskThatComesBackHasGaugesAgain() {
        metrics.days("rep", 2, 0, 0);
        metrics.stopped("rep", 2);

        metrics.days("rep", 2, 1, 1);

        assertThat(samples()).contains("upswing_open_day_timestamp_seconds{stage=\"rep\",task=\"2\"} 86400.0");
    }

    @Test
    void questionsToASilentRegistryAreCounted() {
        metrics.waiting("rep", 0, 0);
        assertThat(samples()).contains("upswing_registry_unavailable_total{stage=\"rep\"} 0.0");

        metrics.registryUnavailable("rep", 0, new IllegalStateException("no answer"));

        assertThat(samples()).contains("upswing_registry_unavailable_total{stage=\"rep\"} 1.0");
    }
}
