package io.upswing.app.access;

import io.upswing.app.config.AppConfig;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The least that the parts of an installation need; each grant says what for. Nothing is needed on the cluster itself: who
 * may write to a topic may write idempotently, and Kafka Streams makes its topics by a right on their names.
 */
public final class Grants {
    /** What the names of readers' groups begin with, after the prefix of the installation. */
    public static final String READER_GROUPS = "reader";

    private final List<Grant> grants = new ArrayList<>();
    private final String prefix;
    private final String applicationId;
    private final TopicCatalogue topics;

    private Grants(AppConfig config, TopicCatalogue topics) {
        this.prefix = config.topics().prefix();
        this.applicationId = config.applicationId();
        this.topics = topics;
    }

    /**
     * For an installation.
     *
     * @param topics of the same configuration
     */
    public static List<Grant> of(AppConfig config, TopicCatalogue topics) {
        Grants made = new Grants(config, topics);
        made.app();
        made.clock();
        made.importer();
        made.reader();
        return List.copyOf(made.grants);
    }

    private void app() {
        Role app = Role.APP;
        read(app, topics.inputs(), "the stages read it");
        read(app, List.of(topics.unitDays()), "the rep stage reads what the unit stage wrote");
        read(app, List.of(topics.names(), topics.notes()), "views join it");
        read(app, List.of(topics.issueEvents(), topics.planEvents()), "GET /api/v1/export reads it");
        write(app, outputs(), "the stages write it");
        write(app, List.of(topics.unitDays()), "the unit stage writes it");
        write(app, List.of(topics.commandResults(), topics.deadLetters()), "the stages write it");
        write(
                app,
                List.of(topics.commands(), topics.notes()),
                "the API takes commands, and what people write with them");
        write(app, List.of(topics.clock()), "the API asks for the broker's time, by which it dates commands");
        topics(app, topics.all(), AclOperation.DESCRIBE_CONFIGS, "a start is refused if settings would spoil results");
        internal(AclOperation.CREATE, "Kafka Streams makes its repartition topics and changelogs");
        internal(AclOperation.DESCRIBE_CONFIGS, "Kafka Streams checks those that are there");
        internal(AclOperation.READ, "stages read from each other, and restore their state");
        internal(AclOperation.WRITE, "stages write to each other, and log their state");
        internal(AclOperation.DELETE, "Kafka Streams purges what has been read from repartition topics");
        group(app, applicationId, PatternType.LITERAL, "instances share the work out, and keep positions");
        transactions(app, applicationId + "-", PatternType.PREFIXED, "state, positions and output are one transaction");
    }

    private void clock() {
        read(Role.CLOCK, topics.inputs(), "the clock looks for the last day closed");
        write(Role.CLOCK, topics.inputs(), "the clock writes a day's watermark to every partition");
        write(Role.CLOCK, List.of(topics.clock()), "the clock asks for the broker's time");
        transactions(
                Role.CLOCK, prefix + "clock", PatternType.LITERAL, "one instance at a time closes days, each whole");
    }

    private void importer() {
        List<Topic<?, ?>> imported = new ArrayList<>(topics.inputs());
        imported.add(topics.names());
        read(Role.IMPORTER, topics.inputs(), "what is there already is not imported twice");
        write(Role.IMPORTER, topics.inputs(), "the import publishes records, and closes their days");
        read(Role.IMPORTER, List.of(topics.names()), "a name from an older export does not replace a newer one");
        write(Role.IMPORTER, List.of(topics.names()), "the import publishes names");
        topics(Role.IMPORTER, imported, AclOperation.DESCRIBE_CONFIGS, "an import is refused that would be spoilt");
        transactions(Role.IMPORTER, prefix + "import", PatternType.LITERAL, "one import at a time, each day whole");
    }

    private void reader() {
        read(Role.READER, outputs(), "what readers read");
        group(Role.READER, prefix + READER_GROUPS, PatternType.PREFIXED, "readers keep their positions");
    }

    /** What an installation is for: no names, and nothing that people wrote. */
    private List<Topic<?, ?>> outputs() {
        return List.of(
                topics.kpiCurrent(),
                topics.kpiDaily(),
                topics.kpiUnits(),
                topics.issueEvents(),
                topics.issuesCurrent(),
                topics.planEvents(),
                topics.plansCurrent(),
                topics.recognitions());
    }

    private void read(Role role, Collection<Topic<?, ?>> which, String why) {
        topics(role, which, AclOperation.READ, why);
    }

    private void write(Role role, Collection<Topic<?, ?>> which, String why) {
        topics(role, which, AclOperation.WRITE, why);
    }

    private void topics(Role role, Collection<Topic<?, ?>> which, AclOperation operation, String why) {
        which.forEach(topic ->
                grants.add(new Grant(role, ResourceType.TOPIC, topic.name(), PatternType.LITERAL, operation, why)));
    }

    private void internal(AclOperation operation, String why) {
        grants.add(new Grant(Role.APP, ResourceType.TOPIC, applicationId + "-", PatternType.PREFIXED, operation, why));
    }

    private void group(Role role, String name, PatternType pattern, String why) {
        grants.add(new Grant(role, ResourceType.GROUP, name, pattern, AclOperation.READ, why));
    }

    private void transactions(Role role, String name, PatternType pattern, String why) {
        grants.add(new Grant(role, ResourceType.TRANSACTIONAL_ID, name, pattern, AclOperation.WRITE, why));
    }
}
