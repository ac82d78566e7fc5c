package io.upswing.cli.operating;

import io.upswing.app.config.AppConfig;
import io.upswing.app.topology.InternalTopics;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.topics.TopicProblem;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Whether the topics are there and as they must be. */
record TopicsCheck(AppConfig config, TopicCatalogue topics, Admin admin, String servers) implements Check {
    @Override
    public String what() {
        return "topics";
    }

    @Override
    public String otherwise() {
        return "allow it: ./upswing topics acls prints what the app needs";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<TopicProblem> problems = new TopicAdmin(admin).check(topics, config.applicationId());
        if (problems.isEmpty()) {
            List<String> names =
                    topics.all().stream().<String>map(topic -> topic.name()).toList();
            return List.of(replicas(names));
        }
        return problems.stream()
                .map(problem -> Finding.error(what(), problem.describe(), mend(problem)))
                .toList();
    }

    private Finding replicas(List<String> names) throws InterruptedException {
        TreeSet<String> single = Kafka.answer(admin.describeTopics(names).allTopicNames()).values().stream()
                .filter(topic -> topic.partitions().stream()
                        .anyMatch(partition -> partition.replicas().size() == 1))
                .map(topic -> topic.name())
                .collect(Collectors.toCollection(TreeSet::new));
        String all = names.size() + " topics are there and as they must be";
        return single.isEmpty()
                ? Finding.ok(what(), all)
                : Finding.warn(
                        what(),
                        all + "; " + single.size() + " have no second replica, such as " + single.first(),
                        "with three brokers or more set topics.replication-factor=3 before topics create; for those"
                                + " that are there: kafka-reassign-partitions.sh");
    }

    private String mend(TopicProblem problem) {
        return switch (problem.what()) {
            case "topic" -> "./upswing topics create";
            case "partitions" -> repartitioned(problem);
            default ->
                "kafka-configs.sh --bootstrap-server " + servers + " --alter --topic " + problem.topic()
                        + " --add-config " + problem.what() + "=" + problem.right();
        };
    }

    private String repartitioned(TopicProblem problem) {
        return new InternalTopics(config.applicationId(), topics).has(problem.topic())
                ? "./upswing reset: Kafka Streams makes it anew at the next start"
                : "while it is empty: kafka-topics.sh --bootstrap-server " + servers + " --delete --topic "
                        + problem.topic() + ", then ./upswing topics create with topics.partitions set right; else make"
                        + " the installation anew under another topic-prefix: keys lie where the number has put them";
    }
}
