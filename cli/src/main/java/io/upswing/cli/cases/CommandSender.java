package io.upswing.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends a command, waits for what becomes of it, and says it. */
public final class CommandSender {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ApiClient api;
    private final Console console;

    public CommandSender(ApiClient api, Console console) {
        this.api = api;
        this.console = console;
    }

    /**
     * Sends it.
     *
     * @param about the API's path of what the command is about
     * @param wait  how long to wait for the result; zero: not at all
     * @return the exit code
     */
    public int send(ObjectNode command, String about, Duration wait) throws InterruptedException {
        JsonNode taken = api.post("/api/v1/commands", command);
        String id = taken.path("id").asText();
        if (wait.isZero()) {
            console.print("Sent as " + id + ": " + taken.path("result").asText() + " says what becomes of it.");
            return ExitCode.OK;
        }
        Optional<JsonNode> result = await(id, command.path("rep").asText(), wait);
        if (result.isEmpty()) {
            console.say("upswing: sent as " + id + ", but not handled within " + wait.toSeconds()
                    + " s: it may wait for the day before to be evaluated; "
                    + taken.path("result").asText() + " will say what becomes of it");
            return ExitCode.UNAVAILABLE;
        }
        return tell(result.get(), about);
    }

    private Optional<JsonNode> await(String id, String rep, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        Optional<JsonNode> result = ask(id, rep);
        while (result.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            result = ask(id, rep);
        }
        return result;
    }

    private Optional<JsonNode> ask(String id, String rep) {
        try {
            return api.find("/api/v1/commands/" + ApiClient.encoded(id), Map.of("rep", rep));
        } catch (CommandFailed e) {
            // The command is kept all the same: it would be wrong to say no more than that there is no answer.
            if (e.exitCode() == ExitCode.UNAVAILABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private int tell(JsonNode result, String about) {
        if (!result.path("accepted").asBoolean()) {
            console.say("upswing: rejected (" + result.path("rule").asText() + "): "
                    + result.path("detail").asText() + "; right would be: "
                    + result.path("instead").asText());
            return ExitCode.FAILED;
        }
        List<String> events = new ArrayList<>();
        result.path("events").forEach(event -> events.add(event.asText()));
        if (events.isEmpty()) {
            console.print("It was so already.");
        } else {
            sentences(events, about).forEach(console::print);
        }
        return ExitCode.OK;
    }

    private List<String> sentences(List<String> events, String about) {
        List<String> sentences = new ArrayList<>();
        api.find(about, Map.of())
                .ifPresent(found -> found.path("events").forEach(event -> {
                    if (events.contains(event.path("event_id").asText())) {
                        sentences.add(event.path("day").asText() + "  "
                                + event.path("sentence").asText());
                    }
                }));
        return sentences.isEmpty() ? List.of("Done: " + String.join(", ", events)) : sentences;
    }
}
