package io.upswing.schemas.topics;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.DescribeConfigsResult;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;

/** A cluster that knows topics, their partition counts and settings, and nothing else. */
final class FakeCluster {
    private final Map<String, NewTopic> topics = new TreeMap<>();

    /** A client of it. */
    Admin admin() {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(),
                new Class<?>[] {Admin.class},
                (proxy, method, args) -> call(method, args));
    }

    void put(String name, int partitions, Map<String, String> config) {
        topics.put(name, new NewTopic(name, partitions, (short) 1).configs(config));
    }

    private Object call(Method method, Object[] args) {
        return switch (method.getName()) {
            case "createTopics" -> create((Collection<?>) args[0]);
            case "describeTopics" -> describe((Collection<?>) args[0]);
            case "describeConfigs" -> configs((Collection<?>) args[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private CreateTopicsResult create(Collection<?> wanted) {
        return new CreateTopicsResult(futures(wanted, NewTopic.class::cast, topic -> {
                    if (topics.putIfAbsent(topic.name(), topic) != null) {
                        throw new TopicExistsException(topic.name());
                    }
                    return new CreateTopicsResult.TopicMetadataAndConfig(
                            Uuid.randomUuid(), topic.numPartitions(), 1, new Config(List.of()));
                })
                .entrySet()
                .stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue))) {};
    }

    private DescribeTopicsResult describe(Collection<?> names) {
        return new DescribeTopicsResult(
                null,
                futures(
                        names,
                        String.class::cast,
                        name -> new TopicDescription(
                                name,
                                false,
                                IntStream.range(0, topic(name).numPartitions())
                                        .mapToObj(p -> new TopicPartitionInfo(p, Node.noNode(), List.of(), List.of()))
                                        .toList()))) {};
    }

    private DescribeConfigsResult configs(Collection<?> resources) {
        return new DescribeConfigsResult(futures(
                resources,
                ConfigResource.class::cast,
                resource -> new Config(topic(resource.name()).configs().entrySet().stream()
                        .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
                        .toList()))) {};
    }

    NewTopic topic(String name) {
        NewTopic found = topics.get(name);
        if (found == null) {
            throw new UnknownTopicOrPartitionException(name);
        }
        return found;
    }

    private static <K, V> Map<K, KafkaFuture<V>> futures(
            Collection<?> of, Function<Object, K> cast, Function<K, V> answer) {
        Map<K, KafkaFuture<V>> futures = new HashMap<>();
        for (Object each : of) {
            K key = cast.apply(each);
            KafkaFutureImpl<V> future = new KafkaFutureImpl<>();
            try {
                future.complete(answer.apply(key));
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
            futures.put(key, future);
        }
        return futures;
    }
}
