package io.upswing.schemas.topics;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ClockProbe;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Fact;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.KpiDay;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.Name;
import io.upswing.schemas.Note;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RecognitionEvent;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.UnitDay;
import io.upswing.schemas.UnitSum;
import io.upswing.schemas.serde.SerdeFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** All topics of an installation. */
public final class TopicCatalogue implements AutoCloseable {
    /** The prefix of all names unless another is set. */
    public static final String DEFAULT_PREFIX = "upswing.";

    /** The partitions of each topic unless another number is set. */
    public static final int DEFAULT_PARTITIONS = 6;

    private static final Cleanup KEPT_FOR_EVER = new Cleanup.KeptForEver();
    private static final Cleanup BY_STREAMS = new Cleanup.ByStreams();
    private static final Cleanup LAST_OF_EACH_KEY = new Cleanup.Compacted(Duration.ofDays(7));
    private static final Cleanup DEAD_LETTERS = new Cleanup.Expiring(Duration.ofDays(90));
    private static final Cleanup ANSWERS = new Cleanup.Expiring(Duration.ofDays(7));
    // A probe is read back at once; an hour leaves room for a look at what happened.
    private static final Cleanup PROBES = new Cleanup.Expiring(Duration.ofHours(1));
    // A broker takes batches of 1 MiB by default, but a compressed one may hold much more, and a dead letter is not
    // compressed
    // and adds headers and a reason.
    private static final int DEAD_LETTER_BYTES = 16 * 1024 * 1024;

    private final String prefix;
    private final int partitions;
    private final Serde<String> strings = Serdes.String();
    private final SerdeFactory serdes;

    private final Topic<String, DealEvent> deals;
    private final Topic<String, ActivityEvent> activities;
    private final Topic<String, RepEvent> reps;
    private final Topic<String, QuotaEvent> quotas;
    private final Topic<String, RuleEvent> rules;
    private final Topic<String, CommandEvent> commands;
    private final Topic<String, Name> names;
    private final Topic<String, Note> notes;
    private final Topic<String, Fact> facts;
    private final Topic<String, UnitSum> unitSums;
    private final Topic<String, UnitDay> unitDays;
    private final Topic<String, KpiSnapshot> kpiCurrent;
    private final Topic<String, KpiDay> kpiDaily;
    private final Topic<String, KpiSnapshot> kpiUnits;
    private final Topic<String, IssueEvent> issueEvents;
    private final Topic<String, IssueCurrent> issuesCurrent;
    private final Topic<String, PlanEvent> planEvents;
    private final Topic<String, PlanCurrent> plansCurrent;
    private final Topic<String, RecognitionEvent> recognitions;
    private final Topic<String, CommandOutcome> commandResults;
    private final Topic<byte[], byte[]> deadLetters;
    private final Topic<String, ClockProbe> clock;

    /**
     * Makes the catalogue; nothing is created on a broker.
     *
     * @param prefix of all names, so that installations can share a cluster; may be empty
     * @param partitions of each topic, from 1
     * @param serdes makes the serdes of the values
     */
    public TopicCatalogue(String prefix, int partitions, SerdeFactory serdes) {
        this.prefix = prefix;
        this.partitions = partitions;
        this.serdes = serdes;
        deals = topic("crm.deals", DealEvent.class, KEPT_FOR_EVER, true);
        activities = topic("crm.activities", ActivityEvent.class, KEPT_FOR_EVER, true);
        reps = topic("org.reps", RepEvent.class, KEPT_FOR_EVER, true);
        quotas = topic("org.quotas", QuotaEvent.class, KEPT_FOR_EVER, true);
        rules = topic("rules", RuleEvent.class, KEPT_FOR_EVER, true);
        commands = topic("commands", CommandEvent.class, KEPT_FOR_EVER, true);
        names = topic("names", Name.class, LAST_OF_EACH_KEY, false);
        notes = topic("notes", Note.class, LAST_OF_EACH_KEY, false);
        facts = repartition("facts", Fact.class);
        unitSums = repartition("unit-sums", UnitSum.class);
        unitDays = topic("unit-days", UnitDay.class, KEPT_FOR_EVER, true);
        kpiCurrent = topic("kpi.current", KpiSnapshot.class, LAST_OF_EACH_KEY, false);
        kpiDaily = topic("kpi.daily", KpiDay.class, LAST_OF_EACH_KEY, false);
        kpiUnits = topic("kpi.units", KpiSnapshot.class, LAST_OF_EACH_KEY, false);
        issueEvents = topic("issues.events", IssueEvent.class, KEPT_FOR_EVER, false);
        issuesCurrent = topic("issues.current", IssueCurrent.class, LAST_OF_EACH_KEY, false);
        planEvents = topic("plans.events", PlanEvent.class, KEPT_FOR_EVER, false);
        plansCurrent = topic("plans.current", PlanCurrent.class, LAST_OF_EACH_KEY, false);
        recognitions = topic("recognitions", RecognitionEvent.class, KEPT_FOR_EVER, false);
        commandResults = topic("command-results", CommandOutcome.class, ANSWERS, false);
        deadLetters = deadLetterTopic();
        clock = clockTopic();
    }

    /** A catalogue with the default prefix and number of partitions. */
    public static TopicCatalogue withDefaults(SerdeFactory serdes) {
        return new TopicCatalogue(DEFAULT_PREFIX, DEFAULT_PARTITIONS, serdes);
    }

    /** The prefix of all names, of groups and of transactional ids. */
    public String prefix() {
        return prefix;
    }

    /** What the CRM said about deals, by deal id. */
    public Topic<String, DealEvent> deals() {
        return deals;
    }

    /** What the CRM said about activities, by activity id. */
    public Topic<String, ActivityEvent> activities() {
        return activities;
    }

    /** Where reps stand in the organization, by rep id. */
    public Topic<String, RepEvent> reps() {
        return reps;
    }

    /** The quotas of reps by period, by rep id. */
    public Topic<String, QuotaEvent> quotas() {
        return quotas;
    }

    /** The versions of rules, by rule id; each in every partition. */
    public Topic<String, RuleEvent> rules() {
        return rules;
    }

    /** What reps, teams and regions are called, by kind and id; a null value erases. */
    public Topic<String, Name> names() {
        return names;
    }

    /** From entity to rep stage, by rep id; made by Kafka Streams, named after its application. */
    public Topic<String, Fact> facts() {
        return facts;
    }

    /** From rep to unit stage, by unit; made by Kafka Streams, named after its application. */
    public Topic<String, UnitSum> unitSums() {
        return unitSums;
    }

    /** What units did, back from unit to rep stage, to every partition. */
    public Topic<String, UnitDay> unitDays() {
        return unitDays;
    }

    /** The KPIs of reps in all windows, by rep id. */
    public Topic<String, KpiSnapshot> kpiCurrent() {
        return kpiCurrent;
    }

    /** The measures of reps on single days, by rep id and day. */
    public Topic<String, KpiDay> kpiDaily() {
        return kpiDaily;
    }

    /** The KPIs of units in all windows, by unit. */
    public Topic<String, KpiSnapshot> kpiUnits() {
        return kpiUnits;
    }

    /** What people want of issues and plans, by rep id. */
    public Topic<String, CommandEvent> commands() {
        return commands;
    }

    /** What people wrote, by note id; a null value erases. */
    public Topic<String, Note> notes() {
        return notes;
    }

    /** What happened to issues, by rep id. */
    public Topic<String, IssueEvent> issueEvents() {
        return issueEvents;
    }

    /** How things stand under each rule, by rep id and rule. */
    public Topic<String, IssueCurrent> issuesCurrent() {
        return issuesCurrent;
    }

    /** What happened to plans, by rep id. */
    public Topic<String, PlanEvent> planEvents() {
        return planEvents;
    }

    /** How far plans are, by rep id and plan. */
    public Topic<String, PlanCurrent> plansCurrent() {
        return plansCurrent;
    }

    /** The good news, by rep id. */
    public Topic<String, RecognitionEvent> recognitions() {
        return recognitions;
    }

    /** What became of commands, by command id. */
    public Topic<String, CommandOutcome> commandResults() {
        return commandResults;
    }

    /** What could not be taken in, as it came. */
    public Topic<byte[], byte[]> deadLetters() {
        return deadLetters;
    }

    /** Where the live clock learns the broker's time. */
    public Topic<String, ClockProbe> clock() {
        return clock;
    }

    /** The topics that others write to, and into which the clock writes watermarks. */
    public List<Topic<?, ?>> inputs() {
        return List.of(deals, activities, reps, quotas, rules, commands);
    }

    /** The topics that {@link TopicAdmin#create} makes; Kafka Streams makes the others. */
    public List<Topic<?, ?>> all() {
        return List.of(
                deals,
                activities,
                reps,
                quotas,
                rules,
                commands,
                names,
                notes,
                unitDays,
                kpiCurrent,
                kpiDaily,
                kpiUnits,
                issueEvents,
                issuesCurrent,
                planEvents,
                plansCurrent,
                recognitions,
                commandResults,
                deadLetters,
                clock);
    }

    /** The stages with the topics that they read. */
    public List<Stage> stages() {
        return List.of(
                new Stage("entity", List.of(deals, activities), List.of()),
                new Stage("rep", List.of(reps, quotas, rules, commands, unitDays), List.of(facts)),
                new Stage("unit", List.of(), List.of(unitSums)));
    }

    @Override
    public void close() {
        Stream.concat(all().stream(), Stream.<Topic<?, ?>>of(facts, unitSums))
                .forEach(topic -> topic.valueSerde().close());
    }

    private <V extends SpecificRecord> Topic<String, V> topic(
            String role, Class<V> type, Cleanup cleanup, boolean carriesWatermarks) {
        return new Topic<>(
                prefix + role,
                strings,
                serdes.values(type),
                partitions,
                cleanup,
                carriesWatermarks,
                config(cleanup, Map.of()));
    }

    private <V extends SpecificRecord> Topic<String, V> repartition(String role, Class<V> type) {
        return new Topic<>(
                role, strings, serdes.values(type), partitions, BY_STREAMS, true, config(BY_STREAMS, Map.of()));
    }

    private Topic<byte[], byte[]> deadLetterTopic() {
        Map<String, String> size = Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DEAD_LETTER_BYTES));
        return new Topic<>(
                prefix + "dead-letters",
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                partitions,
                DEAD_LETTERS,
                false,
                config(DEAD_LETTERS, size));
    }

    private Topic<String, ClockProbe> clockTopic() {
        return new Topic<>(
                prefix + "clock", strings, serdes.values(ClockProbe.class), 1, PROBES, false, config(PROBES, Map.of()));
    }

    /** The append time everywhere: with old event times as timestamps a broker would delete by them. */
    private static Map<String, String> config(Cleanup cleanup, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(cleanup.config());
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        config.putAll(more);
        return config;
    }
}
