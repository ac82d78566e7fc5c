package io.upswing.app.config;

import io.upswing.app.stores.RocksMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Upswing runs Kafka Streams: each key with its reason. {@code kafka.*} can set the others, and those not fixed. */
public final class StreamsProperties {
    // With fewer replicas a second one in sync can't be asked for without stopping at the first lost broker.
    private static final int REPLICAS_FOR_TWO_IN_SYNC = 3;
    private static final long MIB = 1024 * 1024;
    private static final String LARGEST_RECORD = Integer.toString(16 * 1024 * 1024);

    /**
     * A key that Upswing sets.
     *
     * @param shown its value, or where it comes from
     * @param fixed whether {@code kafka.*} can't set it to something else
     * @param value empty if it is left to Kafka's default
     */
    record Choice(
            String key,
            String shown,
            boolean fixed,
            String why,
            BiFunction<AppConfig, HostPort, Optional<String>> value) {
        static Choice free(String key, String value, String why) {
            return new Choice(key, value, false, why, (config, address) -> Optional.of(value));
        }

        static Choice fixed(String key, String value, String why) {
            return new Choice(key, value, true, why, (config, address) -> Optional.of(value));
        }

        static Choice from(String source, String key, String why, BiFunction<AppConfig, HostPort, String> value) {
            return new Choice(key, source, true, why, (config, address) -> Optional.of(value.apply(config, address)));
        }
    }

    static final List<Choice> CHOICES = List.of(
            Choice.fixed(
                    StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                    StreamsConfig.EXACTLY_ONCE_V2,
                    "a sum that counts a fact twice is wrong for ever"),
            Choice.fixed(
                    StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG),
                    "LogAppendTime",
                    "event times years ago as timestamps make a broker delete its input"),
            Choice.fixed(
                    StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                    "earliest",
                    "a sum over part of the log is wrong"),
            Choice.from(
                    "`topic-prefix` and `app`",
                    StreamsConfig.APPLICATION_ID_CONFIG,
                    "instances of one installation form one group",
                    (config, address) -> config.applicationId()),
            Choice.from(
                    "`http.advertised`",
                    StreamsConfig.APPLICATION_SERVER_CONFIG,
                    "views ask the instance that holds a key",
                    (config, address) -> address.toString()),
            Choice.from(
                    "`state-dir`",
                    StreamsConfig.STATE_DIR_CONFIG,
                    "Kafka's default is a temporary folder",
                    (config, address) -> config.streams().stateDir().toString()),
            Choice.from(
                    "`stream.threads`",
                    StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                    "results don't depend on it",
                    (config, address) -> Integer.toString(config.streams().threads())),
            Choice.from(
                    "`group.protocol`",
                    StreamsConfig.GROUP_PROTOCOL_CONFIG,
                    "the newer one takes longer to start",
                    (config, address) -> config.streams().groupProtocol().name().toLowerCase(Locale.ROOT)),
            Choice.from(
                    "`topics.replication-factor`",
                    StreamsConfig.REPLICATION_FACTOR_CONFIG,
                    "internal topics are worth what the others are",
                    (config, address) -> Short.toString(config.topics().replicationFactor())),
            Choice.free(
                    StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                    "true",
                    "a name made by counting moves when the topology changes, and state is lost"),
            Choice.free(
                    // Its constant is deprecated from the start.
                    "processing.exception.handler.global.enabled",
                    "true",
                    "what Kafka 5.0 does by default; 4.3 warns of it at each start"),
            Choice.free(
                    StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                    "200",
                    "readers of `kpi.*` wait for a commit of each stage; much shorter, and transactions cost more than"
                            + " records"),
            Choice.free(
                    StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                    Integer.toString(32 * 1024 * 1024),
                    "what one commit writes fits in, so that a pane changed often is written once"),
            Choice.free(
                    StreamsConfig.REPARTITION_PURGE_INTERVAL_MS_CONFIG,
                    "30000",
                    "half a minute of facts is little; each purge asks every leader"),
            Choice.free(
                    StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                    LARGEST_RECORD,
                    "a dead letter is larger than the bad record, which may have come compressed; one that can't be"
                            + " written would stop the task for good"),
            Choice.free(
                    StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                    LARGEST_RECORD,
                    "the same for what waits for the registry, in a store with a changelog"),
            Choice.free(
                    StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                    RocksMemory.class.getName(),
                    "keeps all stores of the process within `rocksdb.memory-mib`; each would else take what it likes"),
            new Choice(
                    StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                    "10000, if `group.protocol` is `classic`",
                    false,
                    "the tasks of a killed instance wait for it, by default 45 s; three heartbeats may be lost. Static"
                            + " members (`kafka.consumer.group.instance.id`) are taken back at once, but need an id that"
                            + " is unique among instances and stable, which nobody here can guess",
                    (config, address) -> ifClassic(config, "10000")),
            new Choice(
                    StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                    "2, if `topics.replication-factor` is 3 or more",
                    false,
                    "an acknowledged write outlives the loss of a broker",
                    (config, address) -> ifReplicated(config, "2")),
            new Choice(
                    StreamsConfig.CLIENT_ID_CONFIG,
                    "application id and `http.advertised`",
                    false,
                    "the same after a restart, so that metrics and logs of an instance belong together",
                    (config, address) -> Optional.of(
                            config.applicationId() + "-" + address.toString().replaceAll("[^A-Za-z0-9.]+", "-"))));

    private StreamsProperties() {}

    /**
     * The properties for {@link org.apache.kafka.streams.KafkaStreams}.
     *
     * @param advertised how other instances reach the views of this one, {@link HttpSettings#advertisedOn}
     */
    public static Properties of(AppConfig config, HostPort advertised) {
        Map<String, String> chosen = new HashMap<>();
        choose(chosen, config, advertised, false);
        chosen.putAll(config.clients().kafka());
        choose(chosen, config, advertised, true);
        Properties properties = new Properties();
        properties.putAll(chosen);
        properties.put(RocksMemory.BYTES, Long.toString(config.streams().rocksDbMemoryMib() * MIB));
        return properties;
    }

    private static void choose(Map<String, String> chosen, AppConfig config, HostPort advertised, boolean fixed) {
        CHOICES.stream()
                .filter(choice -> choice.fixed() == fixed)
                .forEach(choice ->
                        choice.value().apply(config, advertised).ifPresent(value -> chosen.put(choice.key(), value)));
    }

    private static Optional<String> ifClassic(AppConfig config, String value) {
        // In the newer protocol the broker decides, and refuses the key.
        return config.streams().groupProtocol() == GroupProtocol.CLASSIC ? Optional.of(value) : Optional.empty();
    }

    private static Optional<String> ifReplicated(AppConfig config, String value) {
        return config.topics().replicationFactor() >= REPLICAS_FOR_TWO_IN_SYNC ? Optional.of(value) : Optional.empty();
    }
}
