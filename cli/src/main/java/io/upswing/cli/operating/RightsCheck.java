package io.upswing.cli.operating;

import io.upswing.app.access.Grant;
import io.upswing.app.access.Grants;
import io.upswing.app.access.Role;
import io.upswing.app.config.AppConfig;
import io.upswing.app.topology.InternalTopics;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Whether the app may do what it needs to: asks the broker what is allowed on each topic, and tries a transactional id of its own.
 * A topic that Kafka Streams is to make is tried without making it.
 */
record RightsCheck(AppConfig config, TopicCatalogue topics, Admin admin) implements Check {
    private static final int PATIENCE_MS = 15_000;

    @Override
    public String what() {
        return "rights";
    }

    @Override
    public String otherwise() {
        return "./upswing topics acls prints what the app needs, as commands of kafka-acls.sh";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        Set<Role> roles = config.clock().enabled() ? Set.of(Role.APP, Role.CLOCK) : Set.of(Role.APP);
        List<Grant> needed = Grants.of(config, topics).stream()
                .filter(grant -> roles.contains(grant.role()))
                .toList();
        List<String> missing = new ArrayList<>();
        Map<String, Set<AclOperation>> allowed = allowed(names(needed));
        for (Grant grant : needed) {
            if (grant.type() == ResourceType.TOPIC
                    && grant.pattern() == PatternType.LITERAL
                    && !allowed.getOrDefault(grant.name(), Set.of()).contains(grant.operation())) {
                missing.add(grant.operation() + " on topic " + grant.name() + " (" + grant.why() + ")");
            }
        }
        missing.addAll(internalTopics());
        internalTopic().ifPresent(missing::add);
        group().ifPresent(missing::add);
        transactionalId().ifPresent(missing::add);
        missing.addAll(sharedTransactionalIds(needed));
        return missing.isEmpty()
                ? List.of(Finding.ok(what(), "the app may read, write and make what it needs to"))
                : missing.stream()
                        .map(one -> Finding.error(what(), "not allowed: " + one, otherwise()))
                        .toList();
    }

    private static Set<String> names(List<Grant> grants) {
        Set<String> names = new TreeSet<>();
        grants.stream()
                .filter(grant -> grant.type() == ResourceType.TOPIC && grant.pattern() == PatternType.LITERAL)
                .forEach(grant -> names.add(grant.name()));
        return names;
    }

    /** By topic; none for one that can't be seen. Topics that are missing count as allowed: another check names them. */
    private Map<String, Set<AclOperation>> allowed(Set<String> names) throws InterruptedException {
        Map<String, Set<AclOperation>> allowed = new HashMap<>();
        var asked = admin.describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        for (var entry : asked.entrySet()) {
            try {
                TopicDescription topic = Kafka.answer(entry.getValue());
                Set<AclOperation> operations = topic.authorizedOperations();
                allowed.put(entry.getKey(), operations == null ? Set.of() : operations);
            } catch (UnknownTopicOrPartitionException e) {
                allowed.put(entry.getKey(), Set.of(AclOperation.values()));
            } catch (AuthorizationException e) {
                allowed.put(entry.getKey(), Set.of());
            }
        }
        return allowed;
    }

    /** Those that Kafka Streams has made already, or will. A broker does not say of one whether it is there to who may not use it. */
    private List<String> internalTopics() throws InterruptedException {
        Set<String> names = new TreeSet<>(new InternalTopics(config.applicationId(), topics).all());
        Set<AclOperation> needed =
                Set.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE, AclOperation.DESCRIBE_CONFIGS);
        Map<AclOperation, List<String>> without = new TreeMap<>();
        allowed(names)
                .forEach((name, allowed) -> needed.stream()
                        .filter(operation -> !allowed.contains(operation))
                        .forEach(operation -> without.computeIfAbsent(operation, none -> new ArrayList<>())
                                .add(name)));
        return without.entrySet().stream()
                .map(entry -> entry.getKey() + " on topic " + entry.getValue().get(0)
                        + (entry.getValue().size() > 1
                                ? " and " + (entry.getValue().size() - 1) + " more"
                                : "")
                        + " (Kafka Streams' own)")
                .toList();
    }

    private Optional<String> group() throws InterruptedException {
        String group = config.applicationId();
        try {
            DescribeConsumerGroupsOptions withRights =
                    new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
            Set<AclOperation> allowed = Kafka.answer(admin.describeConsumerGroups(List.of(group), withRights)
                            .all())
                    .values()
                    .iterator()
                    .next()
                    .authorizedOperations();
            if (allowed == null || allowed.contains(AclOperation.READ)) {
                return Optional.empty();
            }
        } catch (GroupIdNotFoundException e) {
            // There is none before the first start, or the broker shares the tasks out.
            return Optional.empty();
        } catch (AuthorizationException e) {
            // As without READ.
        }
        return Optional.of("READ on group " + group + " (instances share the work out)");
    }

    private Optional<String> internalTopic() throws InterruptedException {
        String name = config.applicationId() + "-doctor-repartition";
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty());
        try {
            Kafka.answer(admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true))
                    .all());
            return Optional.empty();
        } catch (AuthorizationException e) {
            return Optional.of("CREATE on topics " + config.applicationId() + "-* (Kafka Streams makes its own)");
        }
    }

    /** To try one would end its holder, so its state is asked for, which who may write to it may see. */
    private List<String> sharedTransactionalIds(List<Grant> needed) throws InterruptedException {
        List<String> missing = new ArrayList<>();
        for (Grant grant : needed) {
            if (grant.type() == ResourceType.TRANSACTIONAL_ID && grant.pattern() == PatternType.LITERAL) {
                try {
                    Kafka.answer(
                            admin.describeTransactions(List.of(grant.name())).all());
                } catch (TransactionalIdNotFoundException e) {
                    // There is none before the first start.
                } catch (AuthorizationException e) {
                    missing.add(grant.operation() + " on transactional id " + grant.name() + " (" + grant.why() + ")");
                }
            }
        }
        return missing;
    }

    private Optional<String> transactionalId() {
        String id = config.applicationId() + "-doctor";
        Map<String, Object> settings = config.producerConfig();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            return Optional.empty();
        } catch (AuthorizationException e) {
            return Optional.of("WRITE on transactional ids " + config.applicationId() + "-* (output is exactly-once)");
        }
    }
}
