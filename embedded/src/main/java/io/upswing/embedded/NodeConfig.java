package io.upswing.embedded;

import java.util.HashMap;
import java.util.Map;

/** The broker settings of a single development node: combined roles, loopback only, little memory, quick restarts. */
final class NodeConfig {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private NodeConfig() {}

    static Map<String, String> of(KafkaOptions options, int brokerPort, int controllerPort, int internalPort) {
        Map<String, String> config = new HashMap<>();
        identity(config, options, brokerPort, controllerPort);
        options.security().ifPresent(security -> secure(config, security, brokerPort, controllerPort, internalPort));
        singleReplicas(config);
        littleMemory(config);
        quick(config);
        config.put("auto.create.topics.enable", "false");
        config.putAll(options.overrides());
        return config;
    }

    private static void identity(Map<String, String> config, KafkaOptions options, int brokerPort, int controllerPort) {
        String broker = "PLAINTEXT://" + Ports.HOST + ":" + brokerPort;
        config.put("process.roles", "broker,controller");
        config.put("node.id", Integer.toString(NODE_ID));
        config.put("log.dirs", options.directory().toString());
        config.put("listeners", broker + "," + CONTROLLER + "://" + Ports.HOST + ":" + controllerPort);
        config.put("advertised.listeners", broker);
        config.put("controller.listener.names", CONTROLLER);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("inter.broker.listener.name", "PLAINTEXT");
        // Voters by configuration, not by the metadata log: so the controller's port may change from start to start.
        config.put("controller.quorum.voters", NODE_ID + "@" + Ports.HOST + ":" + controllerPort);
    }

    /** Clients on a listener of their own; the node talks to itself on another one, in the clear. */
    private static void secure(
            Map<String, String> config, KafkaSecurity security, int brokerPort, int controllerPort, int internalPort) {
        String brokers = KafkaSecurity.LISTENER + "://" + Ports.HOST + ":" + brokerPort + "," + KafkaSecurity.INTERNAL
                + "://" + Ports.HOST + ":" + internalPort;
        config.put("listeners", brokers + "," + CONTROLLER + "://" + Ports.HOST + ":" + controllerPort);
        config.put("advertised.listeners", brokers);
        config.put(
                "listener.security.protocol.map",
                KafkaSecurity.LISTENER + ":" + security.protocol() + "," + KafkaSecurity.INTERNAL + ":PLAINTEXT,"
                        + CONTROLLER + ":PLAINTEXT");
        config.put("inter.broker.listener.name", KafkaSecurity.INTERNAL);
        config.putAll(security.broker());
    }

    private static void singleReplicas(Map<String, String> config) {
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void littleMemory(Map<String, String> config) {
        config.put("log.cleaner.dedupe.buffer.size", "4194304"); // 128 MB of heap by default
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        config.put("background.threads", "2");
    }

    private static void quick(Map<String, String> config) {
        // After a forced stop the next start waits until the old registration has expired: less than a transaction may
        // take, see docs/decisions/0016.
        config.put("broker.session.timeout.ms", "2000");
        config.put("broker.heartbeat.interval.ms", "500");
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("group.min.session.timeout.ms", "1000"); // lets clients notice a killed member soon
        config.put("group.streams.initial.rebalance.delay.ms", "0");
        config.put("group.streams.min.heartbeat.interval.ms", "500");
        config.put("group.streams.heartbeat.interval.ms", "500");
    }
}
