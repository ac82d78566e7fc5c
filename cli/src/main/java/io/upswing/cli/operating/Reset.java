package io.upswing.cli.operating;

import io.upswing.app.config.AppConfig;
import io.upswing.app.topology.InternalTopics;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Folders;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * Takes an installation back to before its first start, so that it reads its inputs again from their beginning: what Kafka's
 * own reset tool does, and the topic between stages, whose old records would come before their time.
 */
public final class Reset {
    private final Admin admin;
    private final String group;
    private final boolean hasGroup;
    private final List<String> internalTopics;
    private final List<String> emptied;
    private final Path state;

    private Reset(
            Admin admin,
            String group,
            boolean hasGroup,
            List<String> internalTopics,
            List<String> emptied,
            Path state) {
        this.admin = admin;
        this.group = group;
        this.hasGroup = hasGroup;
        this.internalTopics = internalTopics;
        this.emptied = emptied;
        this.state = state;
    }

    /**
     * Looks what there is to delete; deletes nothing yet.
     *
     * @param outputs whether to empty the topics of events, too
     * @throws CommandFailed while instances are running
     */
    public static Reset of(AppConfig config, TopicCatalogue topics, Admin admin, boolean outputs)
            throws InterruptedException {
        String group = config.applicationId();
        Optional<GroupType> type = stoppedGroup(admin, group);
        Collection<String> there = Kafka.answer(admin.listTopics().names());
        List<String> internal = there.stream()
                .filter(new InternalTopics(group, topics)::has)
                .sorted()
                .toList();
        List<Topic<?, ?>> emptied = new ArrayList<>(List.of(topics.unitDays()));
        if (outputs) {
            emptied.addAll(appended(topics));
        }
        return new Reset(
                admin,
                group,
                type.isPresent(),
                internal,
                withRecords(
                        admin,
                        emptied.stream()
                                .<String>map(Topic::name)
                                .filter(there::contains)
                                .toList()),
                config.streams().stateDir().toAbsolutePath().resolve(group));
    }

    private static List<String> withRecords(Admin admin, List<String> topics) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (TopicDescription topic :
                Kafka.answer(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(partition ->
                            all.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.earliest()));
        }
        var begin = Kafka.answer(admin.listOffsets(all).all());
        all.replaceAll((partition, spec) -> OffsetSpec.latest());
        var end = Kafka.answer(admin.listOffsets(all).all());
        return end.entrySet().stream()
                .filter(partition -> partition.getValue().offset()
                        > Objects.requireNonNull(begin.get(partition.getKey())).offset())
                .map(partition -> partition.getKey().topic())
                .distinct()
                .sorted()
                .toList();
    }

    /** The outputs to which a replay appends what it has written before; the others have one record for each key. */
    private static List<Topic<?, ?>> appended(TopicCatalogue topics) {
        return List.of(
                topics.issueEvents(),
                topics.planEvents(),
                topics.recognitions(),
                topics.commandResults(),
                topics.deadLetters());
    }

    /** The group's type, if there is the group. */
    private static Optional<GroupType> stoppedGroup(Admin admin, String group) throws InterruptedException {
        Optional<GroupType> type = Kafka.answer(admin.listGroups().all()).stream()
                .filter(found -> found.groupId().equals(group))
                .findFirst()
                .flatMap(GroupListing::type);
        if (type.isPresent()) {
            mustBeStopped(members(admin, group, type.get()));
        }
        return type;
    }

    private static List<String> members(Admin admin, String group, GroupType type) throws InterruptedException {
        if (type == GroupType.STREAMS) {
            return Kafka.answer(admin.describeStreamsGroups(List.of(group)).all()).values().stream()
                    .flatMap(found -> found.members().stream())
                    .map(member -> member.clientId() + " at " + member.clientHost())
                    .distinct()
                    .toList();
        }
        return Kafka.answer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .flatMap(found -> found.members().stream())
                .map(member -> member.clientId() + " at " + member.host())
                .distinct()
                .toList();
    }

    private static void mustBeStopped(List<String> members) {
        if (!members.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "nothing was deleted: instances are running, stop them first; one that was stopped or killed counts as"
                            + " running until its session ends, some seconds later:\n  "
                            + String.join("\n  ", members));
        }
    }

    /** What there is to delete, a line each; empty if there is nothing. */
    public List<String> plan() {
        List<String> plan = new ArrayList<>();
        if (hasGroup) {
            plan.add("group " + group + ": the positions in the input topics");
        }
        internalTopics.forEach(topic -> plan.add("topic " + topic));
        emptied.forEach(topic -> plan.add("records of topic " + topic));
        if (Files.exists(state)) {
            plan.add("directory " + state);
        }
        return plan;
    }

    /**
     * Deletes it. When it was broken off it must be run again before an instance starts, which would go on from old positions
     * without the state that belongs to them.
     *
     * @throws CommandFailed if an instance has started meanwhile: what it has computed is wrong
     */
    public void run() throws InterruptedException {
        stoppedGroup(admin, group);
        Kafka.answer(admin.deleteTopics(internalTopics).all());
        empty();
        deleteState();
        // Last, since the broker refuses it while there is an instance.
        try {
            Optional<GroupType> type = stoppedGroup(admin, group);
            if (type.filter(one -> one == GroupType.STREAMS).isPresent()) {
                Kafka.answer(admin.deleteStreamsGroups(List.of(group)).all());
            } else if (type.isPresent()) {
                Kafka.answer(admin.deleteConsumerGroups(List.of(group)).all());
            }
        } catch (CommandFailed | GroupNotEmptyException e) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "an instance has started while things were deleted, and what it computes is wrong: stop it, and run reset"
                            + " again",
                    e);
        }
    }

    /** Offsets go on, so that readers who keep theirs stay right. */
    private void empty() throws InterruptedException {
        Map<TopicPartition, RecordsToDelete> all =
                new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        for (TopicDescription topic :
                Kafka.answer(admin.describeTopics(emptied).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(partition -> all.put(
                            new TopicPartition(topic.name(), partition.partition()), RecordsToDelete.beforeOffset(-1)));
        }
        Kafka.answer(admin.deleteRecords(all).all());
    }

    private void deleteState() {
        if (!Files.exists(state)) {
            return;
        }
        try {
            Folders.delete(state);
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + state, e);
        }
    }
}
