package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of issues and plans, through broker and app; each test has a rep of its own. */
class CasesOnABrokerTest {
    private static final String PREFIX = "cases.";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DRAFT = """
            {"id": "%s", "rep": "r3", "author": {"id": "m1", "role": "manager"}, "command": {
              "type": "plan-draft", "plan": "p1", "terms": {"answers": "revenue-floor", "deadline": "2026-04-30",
                "check_in_every": 7, "actions": [],
                "goals": [{"id": "g", "kpi": "revenue", "timeframe": {"window": "30d"}, "target": {"share": "0.2"}}]}}}""";
    private static final String STEP = """
            {"id": "%s", "rep": "r3", "author": {"id": "%s", "role": "%s"}, "command": {"type": "%s", "plan": "p1"}}""";

    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static EmbeddedStack servers;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static Installation installation;

    @BeforeAll
    static void start() throws Exception {
        servers = EmbeddedStack.start(
                StackOptions.in(directory.resolve("broker")).with(Map.of("log.cleaner.backoff.ms", "50")));
        installation = new Installation(
                servers,
                directory,
                PREFIX,
                "keep",
                CaseExport.write(directory.resolve("crm")),
                Optional.of(CaseExport.rules(directory)));
        installation.awaitClosed(CaseExport.LAST_DAY);
    }

    @AfterAll
    static void stop() {
        installation.close();
        servers.close();
    }

    @Test
    void afterAnErasureNoNameOrTextIsLeftInAnyTopicAndAllFiguresStay() throws Exception {
        String ill = "Her mother is ill, let us wait.";
        String twice = "The Hansen deal was booked twice.";
        String other = "Bela does well.";
        say("issues", "acknowledge", "r1", CaseExport.RULE, "--as", "manager:m1", "--text", ill);
        say("issues", "dispute", "r1", CaseExport.RULE, "--as", "rep:r1", "--deal", "D1", "--text", twice);
        draft("r1");
        say("plans", "propose", "r1", "p1", "--as", "manager:m1", "--text", "Zora Quillfeather agrees.");
        say("issues", "acknowledge", "r2", CaseExport.RULE, "--as", "manager:m1", "--text", other);
        RawTopics raw = new RawTopics(servers.bootstrapServers());
        assertThat(raw.with("Zora Quillfeather")).containsExactly(PREFIX + "names", PREFIX + "notes");
        assertThat(raw.with(ill)).containsExactly(PREFIX + "notes");
        assertThat(answers().values()).anyMatch(answer -> answer.contains("Zora Quillfeather"));
        SortedMap<String, String> before = anonymous(answers());
        compactSoon(PREFIX + "names", PREFIX + "notes");

        CommandRun erase = installation.run("erase", "rep", "r1");
        awaitErased("r1");

        assertThat(erase.out()).contains("Erased of the rep r1: the name, 3 notes.");
        for (String text : List.of("Zora", "Quillfeather", ill, twice)) {
            assertThat(raw.with(text)).as(text).isEmpty();
            assertThat(answers().values()).as(text).noneMatch(answer -> answer.contains(text));
        }
        assertThat(anonymous(answers())).isEqualTo(before);
        assertThat(raw.with(other)).containsExactly(PREFIX + "notes");
        assertThat(raw.with("Bela Okonkwo")).containsExactly(PREFIX + "names");
    }

    /** As an operator does after some days, only sooner. */
    private static void awaitErased(String rep) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        CommandRun again = installation.run("erase", "rep", rep);
        while (!again.out().contains("Nothing is left of the rep " + rep)) {
            assertThat(System.nanoTime()).as(again.out()).isLessThan(deadline);
            Thread.sleep(100);
            again = installation.run("erase", "rep", rep);
        }
    }

    /** What takes a week by default is due at once. */
    private static void compactSoon(String... topics) throws Exception {
        List<AlterConfigOp> soon = List.of(
                new AlterConfigOp(new ConfigEntry("max.compaction.lag.ms", "1"), AlterConfigOp.OpType.SET),
                new AlterConfigOp(new ConfigEntry("min.cleanable.dirty.ratio", "0.01"), AlterConfigOp.OpType.SET));
        Map<ConfigResource, Collection<AlterConfigOp>> all = Arrays.stream(topics)
                .collect(
                        Collectors.toMap(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), topic -> soon));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.incrementalAlterConfigs(all).all().get();
        }
    }

    /** All that the app says of KPIs, issues and plans, by path. */
    private static SortedMap<String, String> answers() throws Exception {
        SortedMap<String, String> answers = new TreeMap<>();
        for (String path : List.of(
                "/api/v1/kpis/rep",
                "/api/v1/kpis/team",
                "/api/v1/issues?status=all",
                "/api/v1/issues/r1/revenue-floor",
                "/api/v1/plans?rep=r1&status=all",
                "/api/v1/plans/r1/p1",
                "/api/v1/export",
                "/api/v1/export/issues",
                "/api/v1/export/plans")) {
            Path file = directory.resolve("answer");
            installation.api().download(path, file);
            answers.put(path, Files.readString(file));
        }
        return answers;
    }

    /** Without what people are called, and what they wrote; and without what other tests do meanwhile. */
    private static SortedMap<String, String> anonymous(SortedMap<String, String> answers) throws Exception {
        SortedMap<String, String> anonymous = new TreeMap<>();
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            if (answer.getValue().startsWith("{") && !answer.getKey().contains("export")) {
                anonymous.put(answer.getKey(), anonymous(JSON.readTree(answer.getValue())));
            } else {
                anonymous.put(
                        answer.getKey(),
                        answer.getValue()
                                .lines()
                                .map(line -> line.replaceAll("^(rep|team|region|company),([^,]*),[^,]*,", "$1,$2,,"))
                                .collect(Collectors.joining("\n")));
            }
        }
        return anonymous;
    }

    private static String anonymous(JsonNode answer) {
        answer.findParents("rep_name").forEach(node -> ((ObjectNode) node).remove("rep_name"));
        answer.findParents("name").forEach(node -> ((ObjectNode) node).remove("name"));
        answer.findParents("note_text").forEach(node -> ((ObjectNode) node).remove("note_text"));
        return answer.toString();
    }

    @Test
    void theSameCommandTwiceChangesNothing() throws Exception {
        JsonNode drafted = result(DRAFT.formatted("c-draft"));

        // Another with the same id is the same one, whatever it says.
        post(DRAFT.formatted("c-draft"));
        post(STEP.formatted("c-draft", "m1", "manager", "plan-cancel"));
        JsonNode proposed = result(STEP.formatted("c-propose", "m1", "manager", "plan-propose"));

        assertThat(drafted.path("accepted").asBoolean()).as(drafted.toString()).isTrue();
        assertThat(proposed.path("accepted").asBoolean())
                .as(proposed.toString())
                .isTrue();
        assertThat(drafted.path("events")).hasSize(1);
        assertThat(installation.api().json("/api/v1/commands/c-draft", Map.of("rep", "r3")))
                .isEqualTo(drafted);
        JsonNode plan = installation.api().json("/api/v1/plans/r3/p1", Map.of());
        assertThat(plan.path("status").asText()).isEqualTo("proposed");
        assertThat(plan.path("events").findValuesAsText("type")).containsExactly("drafted", "proposed");
        assertThat(plan.path("events").findValuesAsText("event_id"))
                .containsExactly(
                        drafted.path("events").path(0).asText(),
                        proposed.path("events").path(0).asText());
    }

    @Test
    void aRejectionNamesTheCommandTheRuleItBreaksAndWhatWouldBeRight() throws Exception {
        JsonNode unknown = result("""
                {"id": "c-unknown", "rep": "r3", "author": {"id": "m1", "role": "manager"},
                 "command": {"type": "plan-propose", "plan": "none"}}""");
        JsonNode wrongRole = result("""
                {"id": "c-role", "rep": "r3", "author": {"id": "r3", "role": "rep"},
                 "command": {"type": "issue-dismiss", "rule": "revenue-floor", "reason": "other"}}""");

        assertThat(unknown.path("accepted").asBoolean()).isFalse();
        assertThat(unknown.path("command_id").asText()).isEqualTo("c-unknown");
        assertThat(unknown.path("rule").asText()).isEqualTo("unknown-plan");
        assertThat(unknown.path("detail").asText()).contains("none");
        assertThat(unknown.path("instead").asText()).isNotBlank();
        assertThat(unknown.path("events")).isEmpty();
        assertThat(wrongRole.path("command_id").asText()).isEqualTo("c-role");
        assertThat(wrongRole.path("rule").asText()).isEqualTo("wrong-role");
        assertThat(wrongRole.path("detail").asText()).contains("dismisses an issue");
        assertThat(wrongRole.path("instead").asText()).contains("manager");
        assertThat(wrongRole.path("events")).isEmpty();
    }

    private static void post(String command) throws Exception {
        installation.api().post("/api/v1/commands", JSON.readTree(command));
    }

    /** Sends it, and waits for what becomes of it. */
    private static JsonNode result(String command) throws Exception {
        JsonNode sent = installation.api().post("/api/v1/commands", JSON.readTree(command));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String path = sent.path("result").asText();
        Optional<JsonNode> found = installation.api().find(path, Map.of());
        while (found.isEmpty()) {
            assertThat(System.nanoTime()).as(path).isLessThan(deadline);
            Thread.sleep(20);
            found = installation.api().find(path, Map.of());
        }
        return found.get();
    }

    @Test
    void watchingPrintsALineForEachEventAsItComes() throws Exception {
        List<String> flags = installation.flags();
        try (CommandProcess plans = CommandProcess.start(directory, "plans", flags, "watch", "plans", "--rep", "r2");
                CommandProcess issues = CommandProcess.start(
                        directory, "issues", flags, "watch", "issues", "--rep", "r2", "--from-beginning")) {
            plans.awaitMessage("Ctrl-C ends it.");
            issues.awaitMessage("Ctrl-C ends it.");
            int before = issues.awaitLines(1).size();

            draft("r2");
            List<String> drafted = plans.awaitLines(1);
            say("plans", "propose", "r2", "p1", "--as", "manager:m1");
            List<String> proposed = plans.awaitLines(2);
            say("issues", "silence", "r2", CaseExport.RULE, "--as", "manager:m1", "--until", "2026-02-20");
            List<String> silenced = issues.awaitLines(before + 1);

            assertThat(drafted).singleElement().asString().startsWith(CaseExport.OPEN_DAY + "  r2  p1  drafted  ");
            assertThat(proposed).hasSize(2).last().asString().contains("  r2  p1  proposed  ");
            assertThat(silenced.getFirst()).contains("  r2  revenue-floor  raised  ");
            assertThat(silenced).last().asString().contains("  r2  revenue-floor  silenced  ");
            assertThat(plans.terminate()).isEqualTo(143);
        }
    }

    private static void draft(String rep) {
        String goal = "revenue:30d:+20%";
        say("plans", "draft", rep, "p1", "--goal", goal, "--deadline", "2026-04-30", "--as", "manager:m1");
    }

    /** Says something of an issue or a plan, which must be accepted. */
    private static void say(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--wait", "60", "--url", installation.url()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.exitCode()).as(String.join(" ", args) + ": " + run.err()).isZero();
    }
}
