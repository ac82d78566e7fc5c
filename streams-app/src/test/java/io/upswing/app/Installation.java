package io.upswing.app;

import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.producers.csv.CsvImport;
import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.History;
import io.upswing.producers.csv.ImportProgress;
import io.upswing.producers.csv.Mapping;
import io.upswing.producers.sample.SampleData;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** One installation on a real broker and registry: its configuration, topics and data. */
final class Installation {
    private final Map<String, String> flags = new HashMap<>();

    Installation(String bootstrapServers, String registryUrl, String prefix, Path stateDir) {
        flags.put("kafka.bootstrap.servers", bootstrapServers);
        flags.put("schema.registry.url", registryUrl);
        flags.put("topic-prefix", prefix);
        flags.put("state-dir", stateDir.toString());
        flags.put("time-zone", "UTC");
        flags.put("reporting-currency", "USD");
        flags.put("clock.enabled", "false");
        flags.put("topics.replication-factor", "1");
        flags.put("topics.partitions", "3");
        flags.put("http.port", "0");
    }

    Installation(EmbeddedStack stack, String prefix, Path stateDir) {
        this(stack.bootstrapServers(), stack.registryUrl(), prefix, stateDir);
    }

    Installation with(String key, String value) {
        flags.put(key, value);
        return this;
    }

    AppConfig config() {
        return ConfigLoader.load(List.of(), Map.of(), flags);
    }

    Installation createTopics() {
        AppConfig config = config();
        try (TopicCatalogue catalogue = config.catalogue();
                Admin admin = Admin.create(config.adminConfig())) {
            new TopicAdmin(admin).create(catalogue, (short) 1);
        }
        return this;
    }

    /** The sample as it was known at the close of a day. */
    Installation importSample(Path dir, LocalDate until) throws IOException {
        Path mapping = SampleData.copyTo(dir);
        History history = History.of(Export.read(Mapping.load(mapping), dir), Optional.of(until));
        AppConfig config = config();
        try (TopicCatalogue catalogue = config.catalogue();
                CsvImport csv = CsvImport.connect(config.clientConfig(), catalogue)) {
            csv.run(history, ImportProgress.NONE, () -> false);
        }
        return this;
    }
}
