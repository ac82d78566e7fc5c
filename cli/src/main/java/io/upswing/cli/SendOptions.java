package io.upswing.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who sends a command, with which words, and how long to wait for the result. */
final class SendOptions {
    private static final List<String> ROLES = List.of("rep", "manager", "hr");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--as",
            required = true,
            paramLabel = "ROLE:ID",
            description = "Who says it: rep, manager or hr, and the person's id, as manager:m1.")
    private String author = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "The person's words, kept apart as a note.")
    private Optional<String> text = Optional.empty();

    @Option(
            names = "--command-id",
            paramLabel = "ID",
            description = "The command's id: the same twice changes nothing. Default: a new one.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When the person said it, as 2017-12-31T10:00:00Z. Default: now, by the broker's clock.")
    private Optional<Instant> at = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long to wait for the result. Default: ${DEFAULT-VALUE}")
    private int wait = 15;

    @Option(names = "--no-wait", description = "Do not wait for the result.")
    private boolean noWait;

    Duration patience() {
        return noWait ? Duration.ZERO : Duration.ofSeconds(Math.max(1, wait));
    }

    /** The whole request about a rep. */
    ObjectNode request(String rep, ObjectNode command) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        // Chosen here, so that a request that is sent again is the same.
        request.put("id", id.orElseGet(() -> UUID.randomUUID().toString()));
        request.put("rep", rep);
        request.set("author", author());
        at.ifPresent(given -> request.put("occurred_at", given.toString()));
        text.ifPresent(given -> request.put("text", given));
        request.set("command", command);
        return request;
    }

    private ObjectNode author() {
        int colon = author.indexOf(':');
        if (colon < 0 || !ROLES.contains(author.substring(0, colon)) || colon == author.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(), "--as must be a role and an id, as manager:m1, not '" + author + "'");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", author.substring(colon + 1))
                .put("role", author.substring(0, colon));
    }
}
