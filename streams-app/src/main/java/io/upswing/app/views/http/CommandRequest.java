package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.app.avro.CommandEvents;
import io.upswing.app.avro.Ids;
import io.upswing.app.avro.JsonAvro;
import io.upswing.app.avro.PlanTermsAvro;
import io.upswing.app.avro.RefusedException;
import io.upswing.app.avro.WrongJsonException;
import io.upswing.app.views.Inbox;
import io.upswing.app.views.Notes;
import io.upswing.app.views.http.Problem.Kind;
import io.upswing.core.command.Stamp;
import io.upswing.schemas.Author;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.Note;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * A command as a client sends it.
 *
 * @param occurredAt empty: when it is taken
 * @param text       the author's words
 */
record CommandRequest(
        String id,
        String rep,
        Author author,
        Optional<Instant> occurredAt,
        Optional<String> text,
        SpecificRecord command) {
    private static final int LONGEST_TEXT = 20_000;
    private static final Instant EARLIEST = Instant.parse("1989-12-31T23:59:59Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private static final List<String> FIELDS = List.of("id", "rep", "author", "occurred_at", "text", "command");

    /** Reads a body; what is wrong with it is a {@link ProblemException} that names the field. */
    static CommandRequest read(byte[] body) {
        try {
            return of(Json.read(body));
        } catch (IOException e) {
            throw new ProblemException(
                    Kind.BAD_COMMAND,
                    "the body is no JSON: send {\"rep\": …, \"author\": …, \"command\": {\"type\": …}}");
        } catch (WrongJsonException | RefusedException e) {
            throw bad(e);
        }
    }

    private static ProblemException bad(RuntimeException cause) {
        ProblemException problem = new ProblemException(Kind.BAD_COMMAND, String.valueOf(cause.getMessage()));
        problem.initCause(cause);
        return problem;
    }

    private static CommandRequest of(JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new WrongJsonException("the body must be an object with " + String.join(", ", FIELDS));
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new WrongJsonException(
                        "there is no field " + name + ": the fields are " + String.join(", ", FIELDS));
            }
        });
        return new CommandRequest(
                id("id", text(json, "id")).orElseGet(() -> UUID.randomUUID().toString()),
                id("rep", text(json, "rep"))
                        .orElseThrow(() -> new WrongJsonException("rep is missing: the id of whom it is about")),
                JsonAvro.read(Author.class, json.path("author"), "author"),
                text(json, "occurred_at").map(CommandRequest::instant),
                text(json, "text").filter(text -> !text.isBlank()).map(CommandRequest::fitting),
                JsonAvro.readTyped(
                        CommandEvent.getClassSchema().getField("command").schema(), json.path("command"), "command"));
    }

    private static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new WrongJsonException(field + " is " + value + ": it must be text");
        }
        return Optional.of(value.textValue());
    }

    private static Optional<String> id(String field, Optional<String> id) {
        return id.flatMap(given -> Ids.of(field, given));
    }

    private static Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.isAfter(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // Said below, as of an instant that is out of bounds.
        }
        throw new WrongJsonException(
                "occurred_at is '" + text + "': it must be an instant from 1990 to 2100, such as 2017-12-31T10:00:00Z");
    }

    private static String fitting(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new WrongJsonException(
                    "text has " + text.length() + " characters: it must have " + LONGEST_TEXT + " at most");
        }
        return text;
    }

    /**
     * Hands it in, the note first, so that no command names one that is not there. The same request twice does nothing more.
     *
     * @param notes what is kept already
     * @param terms checks what the schema can't
     */
    void handIn(Inbox inbox, Notes notes, PlanTermsAvro terms) {
        // Nothing of the words: the id stays in logs that are kept for ever, where a short text could be guessed from
        // its hash.
        Optional<String> note = text.map(words -> Stamp.hash("note", rep, id, author.getId()));
        note.flatMap(notes::text)
                .filter(kept -> !kept.equals(text.orElseThrow()))
                .ifPresent(kept -> {
                    throw new ProblemException(
                            Kind.ID_REUSED,
                            "the command '" + id + "' came before with another text: give this one an id of its own");
                });
        Instant at = occurredAt.orElseGet(inbox::now);
        CommandEvent event = CommandEvent.newBuilder()
                .setCommandId(id)
                .setOccurredAt(at)
                .setAuthor(author)
                .setNote(note.orElse(null))
                .setCommand(command)
                .build();
        try {
            new CommandEvents(terms).command(rep, event);
        } catch (RefusedException e) {
            throw bad(e);
        }
        note.ifPresent(key -> inbox.keep(key, new Note(rep, author, at, text.orElseThrow())));
        inbox.send(rep, event);
    }
}
