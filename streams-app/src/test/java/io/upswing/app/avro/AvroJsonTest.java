package io.upswing.app.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.schemas.Author;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanEnd;
import io.upswing.schemas.PlanEvent;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.TargetChange;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class AvroJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema COMMANDS =
            CommandEvent.getClassSchema().getField("command").schema();
    private static final String DRAFT = """
            {"type": "plan-draft", "plan": "p1", "terms": {
              "answers": "quota-pace",
              "goals": [{"id": "revenue", "kpi": "revenue", "timeframe": {"window": "30d"}, "target": {"share": "0.2"}}],
              "actions": [{"id": "a1", "kind": "call-review", "owner": "r1", "due": "2017-10-15"}],
              "deadline": "2017-12-31", "check_in_every": 7}}
            """;

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static SpecificRecord command(String text) throws IOException {
        return JsonAvro.readTyped(COMMANDS, json(text), "command");
    }

    @Test
    void datesConstantsUnionsAndWhatIsMissingArePlain() throws IOException {
        PlanEvent event = PlanEvent.newBuilder()
                .setEventId("e1")
                .setDay(LocalDate.parse("2017-10-01"))
                .setSequence(2)
                .setAt(Instant.parse("2017-10-02T00:00:00Z"))
                .setType("completed")
                .setPlan("p1")
                .setRep("r1")
                .setAuthor(new Author("m1", AuthorRole.MANAGER))
                .setDetail(new PlanEnd("met", "partly-met", List.of()))
                .setSentence("It is done.")
                .build();

        assertThat(AvroJson.of(event)).isEqualTo(json("""
                {"event_id": "e1", "day": "2017-10-01", "sequence": 2, "at": "2017-10-02T00:00:00Z",
                 "type": "completed", "plan": "p1", "rep": "r1", "command": null,
                 "author": {"id": "m1", "role": "manager"}, "note": null,
                 "detail": {"decided": "met", "suggested": "partly-met", "attainments": []},
                 "sentence": "It is done."}"""));
    }

    @Test
    void aCommandIsReadByItsType() throws IOException {
        PlanDraft draft = (PlanDraft) command(DRAFT);
        PlanTerms terms = draft.getTerms();

        assertThat(draft.getPlan()).isEqualTo("p1");
        assertThat(terms.getGoals().getFirst().getTimeframe()).isEqualTo(new GoalWindow("30d"));
        assertThat(terms.getGoals().getFirst().getTarget()).isEqualTo(new TargetChange("0.2"));
        assertThat(terms.getGoals().getFirst().getPath()).isEmpty();
        assertThat(terms.getDeadline()).isEqualTo(LocalDate.parse("2017-12-31"));
        assertThat(AvroJson.of(terms).path("actions").path(0).path("kind").asText())
                .isEqualTo("call-review");
    }

    @Test
    void whatIsWrongIsNamedWithItsValueAndWhatWouldBeRight() {
        assertWrong(DRAFT.replace("2017-10-15", "soon"), "command.terms.actions[0].due is \"soon\": it must be a date");
        assertWrong(DRAFT.replace("call-review", "lunch"), "command.terms.actions[0].kind is \"lunch\"", "training");
        assertWrong(DRAFT.replace("\"share\"", "\"shere\""), "command.terms.goals[0].target", "value", "or", "share");
        assertWrong(DRAFT.replace("\"p1\"", "7"), "command.plan is 7: it must be text");
        assertWrong(DRAFT.replace("\"deadline\": \"2017-12-31\", ", ""), "command.terms.deadline is missing");
        assertWrong(DRAFT.replace("\"plan\":", "\"plann\":"), "there is no command.plann", "plan, terms");
        assertWrong(DRAFT.replace("plan-draft", "plan-burn"), "command.type is \"plan-burn\"", "plan-propose");
        assertWrong("{}", "command.type is missing");
        assertWrong("[]", "command is []: it must be an object with a 'type'");
    }

    private static void assertWrong(String text, String... words) {
        assertThatThrownBy(() -> command(text))
                .isInstanceOf(WrongJsonException.class)
                .message()
                .contains(words);
    }
}
