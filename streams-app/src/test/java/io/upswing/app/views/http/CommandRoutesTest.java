package io.upswing.app.views.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.views.CaseViews;
import io.upswing.app.views.InMemoryStages;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.Note;
import io.upswing.schemas.PlanPropose;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandRoutesTest {
    private static final String JSON = "application/json";
    private static final String PROPOSE = """
            {"id": "c1", "rep": "r1", "author": {"id": "m1", "role": "manager"}, "text": "Let us try.",
             "command": {"type": "plan-propose", "plan": "p1"}}""";

    private final StubInbox inbox = new StubInbox();
    private final InMemoryStages stages = new InMemoryStages(2, 2);
    private final StubCases cases = new StubCases() {
        @Override
        public Optional<CommandOutcome> outcome(String rep, String command) {
            return command.equals("c1")
                    ? Optional.of(CommandOutcome.newBuilder()
                            .setCommandId("c1")
                            .setRep(rep)
                            .setDay(LocalDate.parse("2017-06-01"))
                            .setAccepted(true)
                            .setEvents(List.of("e1"))
                            .build())
                    : Optional.empty();
        }
    };
    private final Server server = Server.of(
            new StubQueries(),
            stages.instance(),
            subject -> Optional.empty(),
            stages.settings(),
            new CaseViews(
                    cases, id -> Optional.ofNullable(inbox.notes.get(id)).map(Note::getText), inbox, new StubLog()));

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> post(String body) {
        return server.post("/api/v1/commands", JSON, body);
    }

    @Test
    void aCommandIsHandedInWithItsWordsKeptApart() {
        HttpResponse<String> response = post(PROPOSE);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/commands/c1?rep=r1");
        CommandEvent sent = inbox.commands.getFirst();
        assertThat(inbox.reps).containsExactly("r1");
        assertThat(sent.getCommand()).isEqualTo(new PlanPropose("p1"));
        assertThat(sent.getOccurredAt()).isEqualTo(StubInbox.NOW);
        assertThat(inbox.notes).containsOnlyKeys(sent.getNote());
        assertThat(inbox.notes.values()).extracting(Note::getText).containsExactly("Let us try.");
        assertThat(sent.toString()).doesNotContain("Let us try.");
    }

    @Test
    void theSameRequestTwiceIsTheSameCommandAndNote() {
        post(PROPOSE);
        post(PROPOSE);

        assertThat(inbox.notes).hasSize(1);
        assertThat(inbox.commands).hasSize(2);
        assertThat(inbox.commands.getFirst()).isEqualTo(inbox.commands.getLast());
    }

    @Test
    void aNotesIdTellsNothingOfItsWords() {
        post(PROPOSE);
        post(PROPOSE.replace("c1", "c2").replace("Let us try.", "Sick leave."));
        post(PROPOSE.replace("c1", "c3").replace("Let us try.", "Sick leave."));

        assertThat(inbox.commands).extracting(CommandEvent::getNote).doesNotHaveDuplicates();
    }

    @Test
    void theSameIdWithAnotherTextIsRefusedAndTheFirstTextStays() {
        post(PROPOSE);

        HttpResponse<String> second = post(PROPOSE.replace("Let us try.", "Forget it."));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Server.json(second).path("code").asText()).isEqualTo("id-reused");
        assertThat(inbox.notes.values()).extracting(Note::getText).containsExactly("Let us try.");
        assertThat(inbox.commands).hasSize(1);
    }

    @Test
    void aDateThatNoCalendarHoldsIsRefused() {
        String extend = PROPOSE.replace(
                "plan-propose\", \"plan\": \"p1", "plan-extend\", \"plan\": \"p1\", \"deadline\": \"%s");
        assertRefused(extend.formatted("+999999999-12-31"), "deadline is +999999999-12-31");
        assertRefused(
                PROPOSE.replace("\"id\": \"c1\"", "\"occurred_at\": \"+1000000000-01-01T00:00:00Z\""),
                "occurred_at is '+1000000000-01-01T00:00:00Z'");
        assertRefused(
                PROPOSE.replace("\"id\": \"c1\"", "\"occurred_at\": \"0001-01-01T00:00:00Z\""), "from 1990 to 2100");
    }

    @Test
    void whatIsWrongIsRefusedBeforeAnythingIsKept() {
        assertRefused("no JSON", "the body is no JSON");
        assertRefused("{}", "rep is missing");
        assertRefused(PROPOSE.replace("\"rep\": \"r1\"", "\"rap\": \"r1\""), "there is no field rap");
        assertRefused(PROPOSE.replace("\"manager\"", "\"boss\""), "author.role is", "rep, manager, hr");
        assertRefused(PROPOSE.replace("plan-propose", "plan-forget"), "command.type is", "plan-cancel");
        assertRefused(PROPOSE.replace("\"p1\"", "\"\""), "plan is empty");
        assertThat(inbox.notes).isEmpty();
        assertThat(inbox.commands).isEmpty();
    }

    private void assertRefused(String body, String... words) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(Server.json(response).path("code").asText()).isEqualTo("bad-command");
        assertThat(Server.json(response).path("detail").asText()).contains(words);
    }

    @Test
    void aPageOfAnotherSiteCanNotSendOne() {
        assertThat(server.post("/api/v1/commands", "text/plain", PROPOSE).statusCode())
                .isEqualTo(415);
        assertThat(server.postFromAPage("/api/v1/commands", JSON, PROPOSE).statusCode())
                .isEqualTo(403);
        assertThat(inbox.commands).isEmpty();
    }

    @Test
    void theOutcomeIsThereOrYetToCome() {
        HttpResponse<String> done = server.get("/api/v1/commands/c1?rep=r1");
        HttpResponse<String> pending = server.get("/api/v1/commands/c2?rep=r1");
        HttpResponse<String> ofNobody = server.get("/api/v1/commands/c1");

        assertThat(Server.json(done).path("accepted").asBoolean()).isTrue();
        assertThat(pending.statusCode()).isEqualTo(404);
        assertThat(Server.json(pending).path("code").asText()).isEqualTo("pending-command");
        assertThat(ofNobody.statusCode()).isEqualTo(400);
    }
}
