package io.upswing.cli.operating;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Transactions that are open in a partition and that their coordinator has ended, or knows nothing of: nobody will end them, and
 * readers of committed records wait behind them for ever. A broker makes them that ends a transaction while one of its partitions
 * has no leader.
 */
record HangingTransactionsCheck(String prefix, Admin admin, String servers, BrokerTimeCheck time) implements Check {
    /** Kafka's default of the longest that a transaction may take, {@code transaction.max.timeout.ms}. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** A transaction that is open in a partition. */
    record Open(TopicPartition partition, ProducerState producer) {
        /** Whether the coordinator has this very transaction, and this partition in it. */
        boolean isIn(Collection<TransactionDescription> known) {
            return known.stream()
                    .anyMatch(transaction -> transaction.producerId() == producer.producerId()
                            && transaction.producerEpoch() == producer.producerEpoch()
                            && transaction.topicPartitions().contains(partition));
        }

        private String where() {
            return partition.topic() + " partition " + partition.partition();
        }
    }

    @Override
    public String what() {
        return "transactions";
    }

    @Override
    public String otherwise() {
        return "see what is said of the broker and of rights";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        Instant now = time.found().orElseGet(Instant::now);
        Set<String> unseen = new TreeSet<>();
        List<Open> old = open(unseen).stream()
                .filter(open ->
                        open.producer().lastTimestamp() < now.minus(LONGEST).toEpochMilli())
                .toList();
        Collection<TransactionDescription> known = old.isEmpty() ? List.of() : known(old);
        List<Finding> findings = old.stream()
                .filter(open -> !open.isIn(known))
                .map(this::hanging)
                .toList();
        return findings.isEmpty()
                ? List.of(Finding.ok(what(), "none hangs" + except(unseen)))
                : Stream.concat(findings.stream(), unlooked(unseen).stream()).toList();
    }

    private Finding hanging(Open open) {
        OptionalLong start = open.producer().currentTransactionStartOffset();
        return Finding.error(
                what(),
                "one hangs in " + open.where() + " since "
                        + Instant.ofEpochMilli(open.producer().lastTimestamp()) + ": what comes after it is not read",
                "kafka-transactions.sh --bootstrap-server " + servers + " abort --topic "
                        + open.partition().topic() + " --partition "
                        + open.partition().partition() + " --start-offset " + start.orElseThrow()
                        + "; then ./upswing reset --outputs, since others may count what this drops");
    }

    /** Of topics that this configuration only writes to, it may not know. */
    private static String except(Set<String> unseen) {
        return unseen.isEmpty() ? "" : ", as far as can be seen: not in " + String.join(", ", unseen);
    }

    private Optional<Finding> unlooked(Set<String> unseen) {
        return unseen.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warn(
                        what(),
                        "others may hang in " + String.join(", ", unseen) + ", which may not be looked into",
                        "./upswing doctor with an administrator's login"));
    }

    private List<Open> open(Set<String> unseen) throws InterruptedException {
        Set<String> names = Kafka.answer(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
        List<TopicPartition> partitions = Kafka.answer(
                        admin.describeTopics(names).allTopicNames())
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(TopicPartitionInfo::partition)
                        .map(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        DescribeProducersResult producers = admin.describeProducers(partitions);
        List<Open> open = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            try {
                Kafka.answer(producers.partitionResult(partition)).activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .forEach(producer -> open.add(new Open(partition, producer)));
            } catch (AuthorizationException e) {
                unseen.add(partition.topic());
            }
        }
        return open;
    }

    private Collection<TransactionDescription> known(List<Open> open) throws InterruptedException {
        Set<Long> ids = open.stream().map(each -> each.producer().producerId()).collect(Collectors.toSet());
        List<String> transactional =
                Kafka.answer(admin.listTransactions(new ListTransactionsOptions().filterProducerIds(ids))
                                .all())
                        .stream()
                        .map(TransactionListing::transactionalId)
                        .toList();
        Map<String, TransactionDescription> known =
                Kafka.answer(admin.describeTransactions(transactional).all());
        return known.values();
    }
}
