package io.upswing.schemas.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics of a catalogue on a cluster, and says what is wrong with those that are there. */
public final class TopicAdmin {
    // Below three replicas a second one in sync can't be asked for without stopping at the first lost broker.
    private static final int REPLICAS_FOR_TWO_IN_SYNC = 3;

    private final Admin admin;

    /**
     * What {@link #create} has done.
     *
     * @param created the topics that were not there
     * @param existing those that were, and were left as they are
     * @param problems what of the existing ones is not as it must be
     */
    public record Creation(List<String> created, List<String> existing, List<TopicProblem> problems) {}

    /** What is on the cluster. */
    private record Found(Map<String, Integer> partitions, Map<String, Config> configs) {}

    /** @param admin stays the caller's to close */
    public TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /**
     * Makes the topics that are missing; those that exist are left as they are. Can be run again.
     *
     * @param replicationFactor from 1, or −1 for the cluster's default
     * @throws KafkaException if the cluster refuses
     */
    public Creation create(TopicCatalogue catalogue, short replicationFactor) {
        Map<String, Topic<?, ?>> wanted = byName(catalogue);
        Map<String, KafkaFuture<Void>> results = admin.createTopics(wanted.values().stream()
                        .map(topic -> newTopic(topic, replicationFactor))
                        .toList())
                .values();
        List<String> created = new ArrayList<>();
        List<String> existing = new ArrayList<>();
        new TreeMap<>(results).forEach((name, result) -> (isCreated(result) ? created : existing).add(name));
        Found found = find(existing);
        return new Creation(
                List.copyOf(created),
                List.copyOf(existing),
                problems(catalogue, catalogue.all(), found, Map.of(), false));
    }

    /** What keeps the app from starting, or would make its results wrong; empty if all is well. */
    public List<TopicProblem> check(TopicCatalogue catalogue) {
        return check(catalogue, catalogue.all());
    }

    /** The same for some of the topics only: for who may not look at the others. */
    public List<TopicProblem> check(TopicCatalogue catalogue, Collection<Topic<?, ?>> some) {
        List<String> names = some.stream().<String>map(Topic::name).toList();
        return problems(catalogue, some, find(names), Map.of(), true);
    }

    /**
     * As {@link #check(TopicCatalogue)}, with the repartition topics that Kafka Streams has made, if it has.
     *
     * @param applicationId of the Streams application
     */
    public List<TopicProblem> check(TopicCatalogue catalogue, String applicationId) {
        Map<String, String> actualNames = new HashMap<>();
        catalogue.stages().stream()
                .flatMap(stage -> stage.repartitioned().stream())
                .forEach(topic -> actualNames.put(
                        topic.name(), topic.repartitionedBy(applicationId).name()));
        List<String> names = new ArrayList<>(byName(catalogue).keySet());
        names.addAll(actualNames.values());
        return problems(catalogue, catalogue.all(), find(names), actualNames, true);
    }

    private static List<TopicProblem> problems(
            TopicCatalogue catalogue,
            Collection<Topic<?, ?>> topics,
            Found found,
            Map<String, String> actualNames,
            boolean allMustExist) {
        List<TopicProblem> problems = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            Config config = found.configs().get(topic.name());
            if (config != null) {
                problems.addAll(settings(topic, config));
            } else if (allMustExist) {
                problems.add(new TopicProblem(topic.name(), "topic", "missing", "there"));
            }
        }
        catalogue.stages().forEach(stage -> problems.addAll(partitions(stage, found, actualNames)));
        return List.copyOf(problems);
    }

    private static List<TopicProblem> settings(Topic<?, ?> topic, Config config) {
        List<String> keys =
                new ArrayList<>(List.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG));
        if (topic.cleanup() instanceof Cleanup.KeptForEver) {
            keys.add(TopicConfig.RETENTION_MS_CONFIG);
            keys.add(TopicConfig.RETENTION_BYTES_CONFIG);
        }
        List<TopicProblem> problems = new ArrayList<>();
        for (String key : keys) {
            String right = topic.config().getOrDefault(key, "");
            String found =
                    Optional.ofNullable(config.get(key)).map(ConfigEntry::value).orElse("unknown");
            if (!found.equals(right)) {
                problems.add(new TopicProblem(topic.name(), key, found, right));
            }
        }
        return problems;
    }

    /** The stage's topics against the first of them that exists. */
    private static List<TopicProblem> partitions(Stage stage, Found found, Map<String, String> actualNames) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        stage.topics().forEach(topic -> putCount(counts, topic.name(), found));
        stage.repartitioned()
                .forEach(topic -> putCount(counts, actualNames.getOrDefault(topic.name(), topic.name()), found));
        List<TopicProblem> problems = new ArrayList<>();
        counts.entrySet().stream()
                .findFirst()
                .ifPresent(first -> counts.forEach((name, count) -> {
                    if (!count.equals(first.getValue())) {
                        problems.add(new TopicProblem(
                                name,
                                "partitions",
                                count.toString(),
                                first.getValue() + " as " + first.getKey() + " has, since the " + stage.name()
                                        + " stage reads both"));
                    }
                }));
        return problems;
    }

    private static void putCount(Map<String, Integer> counts, String name, Found found) {
        Integer count = found.partitions().get(name);
        if (count != null) {
            counts.put(name, count);
        }
    }

    private Found find(Collection<String> names) {
        Map<String, Integer> partitions = new TreeMap<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach((name, future) -> existing(future)
                        .map(TopicDescription::partitions)
                        .ifPresent(found -> partitions.put(name, found.size())));
        Map<String, Config> configs = new TreeMap<>();
        admin.describeConfigs(partitions.keySet().stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .values()
                .forEach((resource, future) ->
                        existing(future).ifPresent(config -> configs.put(resource.name(), config)));
        partitions.keySet().retainAll(configs.keySet());
        return new Found(partitions, configs);
    }

    private static NewTopic newTopic(Topic<?, ?> topic, short replicationFactor) {
        Map<String, String> config = new HashMap<>(topic.config());
        if (replicationFactor >= REPLICAS_FOR_TWO_IN_SYNC) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        Optional<Short> replicas = replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor);
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas).configs(config);
    }

    private static Map<String, Topic<?, ?>> byName(TopicCatalogue catalogue) {
        Map<String, Topic<?, ?>> byName = new LinkedHashMap<>();
        catalogue.all().forEach(topic -> byName.put(topic.name(), topic));
        return byName;
    }

    private static boolean isCreated(KafkaFuture<Void> result) {
        try {
            result.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw failure(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <T> Optional<T> existing(KafkaFuture<T> result) {
        try {
            return Optional.of(result.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static KafkaException failure(ExecutionException e) {
        return e.getCause() instanceof KafkaException known
                ? known
                : new KafkaException("the cluster did not answer as expected", e);
    }
}
