package io.upswing.app.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of Kafka's keys must not be set, or only as they are, since Upswing's results or its delivery depend on them. */
final class KafkaRules {
    private static final Pattern SERVER = Pattern.compile("\\S+:\\d{1,5}");

    /**
     * A key that is not free.
     *
     * @param key with or without the prefix of a client; {@code topic.} belongs to it
     * @param allowed the values that may be set; none if the key can't be set
     */
    record Rule(String key, List<String> allowed, String why) {
        static Rule only(String key, String allowed, String why) {
            return new Rule(key, List.of(allowed), why);
        }

        static Rule never(String key, String why) {
            return new Rule(key, List.of(), why);
        }
    }

    static final List<Rule> ALL = List.of(
            Rule.only("processing.guarantee", "exactly_once_v2", "a sum that counts a fact twice is wrong for ever"),
            new Rule("acks", List.of("all", "-1"), "a record that a lost broker takes along is missing for ever"),
            Rule.only("enable.idempotence", "true", "a producer that sends twice writes twice"),
            Rule.only("isolation.level", "read_committed", "what is taken back must not be counted"),
            Rule.only("enable.auto.commit", "false", "offsets are committed with the results, in one transaction"),
            Rule.only("auto.offset.reset", "earliest", "a sum over part of the log is wrong"),
            Rule.only("topic.message.timestamp.type", "LogAppendTime", "brokers delete records by their timestamps"),
            Rule.only("topology.optimization", "none", "it changes the names of topics and stores"),
            Rule.only("partitioner.ignore.keys", "false", "a key's records belong into one partition"),
            Rule.never("partitioner.class", "keys are partitioned by murmur2, as all other writers do"),
            Rule.never("topic.cleanup.policy", "each internal topic needs its own"),
            Rule.never("topic.retention.ms", "what a stage has not read yet must not expire"),
            Rule.never("topic.retention.bytes", "what a stage has not read yet must not expire"),
            Rule.never("application.id", "it follows from `topic-prefix`"),
            Rule.never("group.id", "it follows from `topic-prefix`"),
            Rule.never("transactional.id", "each writer has its own, and `topic-prefix` begins it"),
            Rule.never("application.server", "set `http.advertised`"),
            Rule.never("state.dir", "set `state-dir`"),
            Rule.never("num.stream.threads", "set `stream.threads`"),
            Rule.never("replication.factor", "set `topics.replication-factor`"),
            Rule.never("group.protocol", "set `group.protocol`"),
            Rule.never("deserialization.exception.handler", "a record that is skipped is missing in every sum"),
            Rule.never("default.deserialization.exception.handler", "a record that is skipped is missing in every sum"),
            Rule.never("production.exception.handler", "a record that is skipped is missing in every sum"),
            Rule.never("default.production.exception.handler", "a record that is skipped is missing in every sum"),
            Rule.never("processing.exception.handler", "a record that is skipped is missing in every sum"),
            Rule.never("key.serializer", "what lies in a topic is fixed"),
            Rule.never("value.serializer", "what lies in a topic is fixed; values: set `serde.class`"),
            Rule.never("key.deserializer", "what lies in a topic is fixed"),
            Rule.never("value.deserializer", "what lies in a topic is fixed; values: set `serde.class`"),
            Rule.never("default.key.serde", "each topic has its own"),
            Rule.never("default.value.serde", "each topic has its own; values: set `serde.class`"));

    private KafkaRules() {}

    /**
     * What is wrong with a key of Kafka's, if so.
     *
     * @param key without {@link KafkaKeys#PREFIX}
     */
    static Optional<String> problem(String key, String value) {
        Optional<Rule> rule =
                ALL.stream().filter(r -> r.key().equals(KafkaKeys.bare(key))).findFirst();
        if (rule.isPresent()) {
            return problem(rule.get(), value);
        }
        if (key.equals("bootstrap.servers") && !isServers(value)) {
            return Optional.of("must be host:port, or several by comma");
        }
        // What a config provider is to fill in can't be checked here.
        Optional<String> objection = value.contains("${") ? Optional.empty() : KafkaKeys.objection(key, value);
        return objection.or(() -> KafkaKeys.nearMiss(key)
                .map(near -> "Kafka knows no such key (did you mean " + KafkaKeys.PREFIX + near + "?)"));
    }

    private static Optional<String> problem(Rule rule, String value) {
        if (rule.allowed().isEmpty()) {
            return Optional.of("can't be set: " + rule.why());
        }
        return rule.allowed().contains(value)
                ? Optional.empty()
                : Optional.of("must be " + rule.allowed().getFirst() + ": " + rule.why());
    }

    private static boolean isServers(String value) {
        return value.contains("${")
                || Pattern.compile(",")
                        .splitAsStream(value)
                        .allMatch(server -> SERVER.matcher(server.strip()).matches());
    }
}
