package io.upswing.cli.operating;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.DaysReport;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The open days: from the app if one answers, else what the input topics have been told. */
record OpenDaysCheck(AppConfig config, TopicCatalogue topics, ApiClient api, BrokerTimeCheck time) implements Check {
    private static final String PATIENCE_MS = "15000";

    @Override
    public String what() {
        return "days";
    }

    @Override
    public String otherwise() {
        return "see what is said of topics and of rights";
    }

    @Override
    public List<Finding> look() {
        Optional<DaysReport> report = report();
        return report.isPresent() ? ofApp(report.get()) : ofTopics();
    }

    private Optional<DaysReport> report() {
        try {
            return Optional.of(DaysReport.ask(api));
        } catch (CommandFailed e) {
            return Optional.empty();
        }
    }

    private List<Finding> ofApp(DaysReport report) {
        List<Finding> findings = new ArrayList<>();
        report.firstOpenDay().ifPresent(day -> findings.add(open(day.minusDays(1), "in all stages")));
        report.missing()
                .forEach(task -> findings.add(Finding.error(
                        "app",
                        "nobody runs " + task,
                        "start an instance, or wait until tasks have moved: ./upswing days")));
        report.unreachable()
                .forEach(instance -> findings.add(Finding.warn(
                        "app",
                        instance + " does not answer the others",
                        "see whether http.advertised can be reached")));
        long waiting =
                report.tasks().stream().mapToLong(DaysReport.Task::waiting).sum();
        if (waiting > 0) {
            findings.add(Finding.warn(
                    "app", waiting + " records wait for the registry", "see what is said of the registry"));
        }
        if (report.firstOpenDay().isEmpty() && report.missing().isEmpty()) {
            findings.add(Finding.error(
                    what(),
                    "not all stages have an open day",
                    "every input partition needs a first watermark: ./upswing days"));
        }
        return findings;
    }

    private List<Finding> ofTopics() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.warn(
                "app",
                "no instance answers here, so the days are those of the input topics",
                "./upswing run, or --url"));
        Map<TopicPartition, Optional<LocalDate>> last = lastClosed();
        List<String> without = last.entrySet().stream()
                .filter(partition -> partition.getValue().isEmpty())
                .map(partition -> partition.getKey().topic())
                .distinct()
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            findings.add(Finding.error(
                    what(),
                    "no day has been closed in " + String.join(", ", without),
                    "./upswing topics create for empty topics, ./upswing import for a history"));
        } else {
            last.values().stream()
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .ifPresent(day -> findings.add(open(day, "in all input topics")));
        }
        return findings;
    }

    private Map<TopicPartition, Optional<LocalDate>> lastClosed() {
        Map<String, Object> settings = WatermarkReader.consumerConfig(config.consumerConfig());
        settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            return new WatermarkReader(consumer)
                    .highest(topics.inputs().stream()
                            .<String>map(topic -> topic.name())
                            .toList());
        }
    }

    private Finding open(LocalDate closed, String where) {
        String text = "the open day is " + closed.plusDays(1) + " " + where;
        long late = time.found()
                .map(now -> lastDue(now).toEpochDay() - closed.toEpochDay())
                .orElse(0L);
        return late <= 0
                ? Finding.ok(what(), text)
                : Finding.warn(
                        what(),
                        text + ", " + late + (late == 1 ? " day" : " days") + " that should be closed",
                        config.clock().enabled()
                                ? "./upswing days says what holds it; a day that was missed is closed when a clock runs"
                                : "set clock.enabled=true once no history is imported any more");
    }

    private LocalDate lastDue(Instant now) {
        return LocalDate.ofInstant(
                        now.minus(config.clock().grace()), config.zone().zone())
                .minusDays(1);
    }
}
