package io.upswing.cli.operating;

import io.upswing.app.config.AppConfig;
import io.upswing.app.config.GroupProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.server.common.MetadataVersion;

/** Whether the brokers answer, and know what is asked of them. */
record BrokerCheck(AppConfig config, Admin admin, String servers, String asAdmin) implements Check {
    private static final String VERSION = "metadata.version";
    private static final String STREAMS = "streams.version";

    @Override
    public String what() {
        return "broker";
    }

    @Override
    public String otherwise() {
        return "see whether kafka.bootstrap.servers (" + servers
                + ") and kafka.security.*, kafka.sasl.*, kafka.ssl.* are right, and the broker is up";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        int nodes = Kafka.answer(admin.describeCluster().nodes()).size();
        Map<String, FinalizedVersionRange> features =
                Kafka.answer(admin.describeFeatures().featureMetadata()).finalizedFeatures();
        FinalizedVersionRange version = features.get(VERSION);
        String brokers = nodes + (nodes == 1 ? " broker" : " brokers");
        if (version == null) {
            findings.add(Finding.warn(
                    what(), brokers + ", older than Kafka 3.3", "take a newer version: Upswing is tried with 4.3"));
        } else {
            findings.add(Finding.ok(what(), brokers + ", Kafka " + name(version.maxVersionLevel())));
        }
        if (config.streams().groupProtocol() == GroupProtocol.STREAMS && !features.containsKey(STREAMS)) {
            findings.add(Finding.error(
                    what(),
                    "group.protocol is streams, which the brokers don't offer",
                    "set group.protocol=classic, or: kafka-features.sh --bootstrap-server " + asAdmin
                            + " upgrade --feature streams.version=1"));
        }
        return findings;
    }

    private static String name(short level) {
        try {
            return MetadataVersion.fromFeatureLevel(level).version();
        } catch (IllegalArgumentException e) {
            return "newer than " + MetadataVersion.latestProduction().version();
        }
    }
}
