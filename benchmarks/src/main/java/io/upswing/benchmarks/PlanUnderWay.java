package io.upswing.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.schemas.Author;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.PlanAcknowledge;
import io.upswing.schemas.PlanActivate;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import io.upswing.schemas.TargetValue;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A rep with a plan for won deals, and the deals that bring it on, one by one. */
final class PlanUnderWay {
    private static final String REP = "rep-1";
    private static final String PLAN = "plan-1";

    private final TopicCatalogue catalogue;
    private long won;

    PlanUnderWay(TopicCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Opens the first day, and agrees on the plan. */
    void agree(Producer<byte[], byte[]> producer) {
        // Before the first watermark: a plan is for a rep who is known.
        RepState state = new RepState(null, null, null, List.of(), null);
        RepEvent rep = new RepEvent("rep", null, 1L, Instant.EPOCH, Load.FIRST, state);
        var unused = producer.send(new ProducerRecord<>(
                catalogue.reps().name(), REP.getBytes(UTF_8), catalogue.reps().serialized(rep)));
        new WatermarkWriter(producer)
                .write(
                        Load.FIRST.minusDays(1),
                        catalogue.inputs().stream().<String>map(Topic::name).toList());
        PlanGoal goal = new PlanGoal("g", "deals_won", new GoalWindow("30d"), new TargetValue("1000000"), List.of());
        PlanTerms terms = new PlanTerms(null, List.of(goal), List.of(), Load.FIRST.plusDays(90), 0);
        Author manager = new Author("m1", AuthorRole.MANAGER);
        send(producer, "draft", manager, new PlanDraft(PLAN, terms));
        send(producer, "propose", manager, new PlanPropose(PLAN));
        send(producer, "acknowledge", new Author(REP, AuthorRole.REP), new PlanAcknowledge(PLAN));
        send(producer, "activate", manager, new PlanActivate(PLAN));
        producer.flush();
    }

    private void send(Producer<byte[], byte[]> producer, String id, Author author, Object command) {
        CommandEvent event = new CommandEvent(id, null, Instant.EPOCH, author, null, command);
        byte[] value = catalogue.commands().serialized(event);
        var unused = producer.send(new ProducerRecord<>(catalogue.commands().name(), REP.getBytes(UTF_8), value));
    }

    /** One more won deal. */
    ProducerRecord<byte[], byte[]> nextDeal() {
        won++;
        DealState state = new DealState(DealStatus.WON, null, 100L, null, Load.FIRST, Load.FIRST, null, REP, List.of());
        DealEvent event = new DealEvent("e" + won, null, 1L, Instant.EPOCH, state);
        byte[] key = ("deal-" + won).getBytes(UTF_8);
        return new ProducerRecord<>(
                catalogue.deals().name(), key, catalogue.deals().serialized(event));
    }

    /** Whether a record of {@code plans.current} has all deals so far in it. */
    boolean isUpToDate(ConsumerRecord<byte[], byte[]> read) {
        Topic<String, PlanCurrent> topic = catalogue.plansCurrent();
        PlanCurrent plan = topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
        return plan.getStatus().equals("active")
                && Objects.requireNonNullElse(plan.getGoals().getFirst().getCurrent(), 0.0) >= won;
    }
}
