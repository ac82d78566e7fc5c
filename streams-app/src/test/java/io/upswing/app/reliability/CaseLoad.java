package io.upswing.app.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.producers.csv.History;
import io.upswing.producers.csv.ImportProgress;
import io.upswing.producers.csv.ImportRecord;
import io.upswing.schemas.ActionKind;
import io.upswing.schemas.Author;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.GoalPeriod;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.IssueAcknowledge;
import io.upswing.schemas.IssueSilence;
import io.upswing.schemas.PlanAcknowledge;
import io.upswing.schemas.PlanAction;
import io.upswing.schemas.PlanActivate;
import io.upswing.schemas.PlanAddAction;
import io.upswing.schemas.PlanComplete;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanExtend;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanHoldCheckIn;
import io.upswing.schemas.PlanOutcome;
import io.upswing.schemas.PlanPause;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanResume;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.RuleChange;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleLimit;
import io.upswing.schemas.RuleScope;
import io.upswing.schemas.RuleSeverity;
import io.upswing.schemas.RuleSide;
import io.upswing.schemas.TargetChange;
import io.upswing.schemas.TargetValue;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Rules before a history, and commands between its transactions: those come after the same days at every import of it, so
 * that two imports have the same commands on the same days.
 */
final class CaseLoad implements ImportProgress, AutoCloseable {
    private static final int REPS = 12;
    private static final String FLOOR = "revenue-floor";

    private final TopicCatalogue catalogue;
    private final Producer<byte[], byte[]> producer;
    private final LocalDate first;
    private final List<String> reps;
    private int step;

    CaseLoad(Site site, History history) {
        catalogue = site.config().catalogue();
        producer = new KafkaProducer<>(
                site.config().producerConfig(), new ByteArraySerializer(), new ByteArraySerializer());
        first = history.firstDay();
        reps = history.records(first)
                .filter(ImportRecord.OfRep.class::isInstance)
                .map(ImportRecord::key)
                .sorted()
                .limit(REPS)
                .toList();
    }

    /** A floor that reps fall below and come back from, and a decline, to every partition. */
    void rules() {
        rule(FLOOR, new RuleLimit(RuleSide.FLOOR, "revenue", "30d", "2000000", "2500000", 1L));
        rule("wins-decline", new RuleChange("deals_won", 30, "0.2", "0.1", 5L));
        producer.flush();
    }

    private void rule(String id, Object form) {
        RuleScope scope = new RuleScope(List.of(), List.of(), List.of(), 0, "rep.id != 'nobody'");
        RuleEvent rule = new RuleEvent(
                id,
                null,
                Instant.EPOCH,
                1,
                first,
                false,
                id,
                "For a test.",
                3,
                3,
                RuleSeverity.WARNING,
                scope,
                10,
                form);
        for (int partition = 0; partition < Site.PARTITIONS; partition++) {
            byte[] value = catalogue.rules().serialized(rule);
            send(new ProducerRecord<>(catalogue.rules().name(), partition, id.getBytes(UTF_8), value));
        }
    }

    /** Each time a plan for each rep, and something done to the plans before it. */
    @Override
    public void advanced(long done, long total, long records) {
        step++;
        LocalDate day = first.plusDays(done);
        for (String rep : reps) {
            begin(rep, "p" + step, day);
            command(rep, day, "hold", new PlanHoldCheckIn("p" + (step - 1)));
            command(rep, day, "pause", new PlanPause("p" + (step - 1)));
            command(rep, day, "resume", new PlanResume("p" + (step - 2)));
            command(rep, day, "extend", new PlanExtend("p" + (step - 2), day.plusDays(90)));
            command(rep, day, "complete", new PlanComplete("p" + (step - 3), PlanOutcome.PARTLY_MET));
            command(rep, day, "issue", new IssueAcknowledge(FLOOR, null, null));
            command(rep, day, "silence", new IssueSilence(FLOOR, null, day.plusDays(7), null));
        }
        producer.flush();
    }

    private void begin(String rep, String plan, LocalDate day) {
        PlanGoal wins = new PlanGoal("wins", "deals_won", new GoalWindow("30d"), new TargetChange("0.2"), List.of());
        PlanGoal revenue = new PlanGoal(
                "revenue", "revenue", new GoalPeriod(day, day.plusDays(44)), new TargetValue("10000000"), List.of());
        PlanTerms terms = new PlanTerms(FLOOR, List.of(wins, revenue), List.of(), day.plusDays(45), 14);
        command(rep, day, "draft", new PlanDraft(plan, terms));
        command(rep, day, "draft", new PlanDraft(plan, terms));
        command(rep, day, "propose", new PlanPropose(plan));
        send(rep, day, "acknowledge", new Author(rep, AuthorRole.REP), new PlanAcknowledge(plan));
        command(rep, day, "activate", new PlanActivate(plan));
        PlanAction action = new PlanAction("a1", ActionKind.COACHING, "m1", day.plusDays(10), null);
        command(rep, day, "add", new PlanAddAction(plan, action));
    }

    private void command(String rep, LocalDate day, String what, Object command) {
        send(rep, day, what, new Author("m1", AuthorRole.MANAGER), command);
    }

    private void send(String rep, LocalDate day, String what, Author author, Object command) {
        CommandEvent event = new CommandEvent(
                rep + "-" + step + "-" + what,
                null,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                author,
                null,
                command);
        byte[] value = catalogue.commands().serialized(event);
        send(new ProducerRecord<>(catalogue.commands().name(), rep.getBytes(UTF_8), value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                throw new IllegalStateException("a record could not be written", failure);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        catalogue.close();
    }
}
