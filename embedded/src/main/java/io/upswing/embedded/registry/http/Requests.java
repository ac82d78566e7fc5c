package io.upswing.embedded.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.upswing.embedded.registry.Reference;
import io.upswing.embedded.registry.Refusal;
import io.upswing.embedded.registry.SchemaRequest;
import io.upswing.embedded.registry.SchemaText;
import io.upswing.embedded.registry.Subjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What requests ask for. */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    /** The subject in the path, in the path's context. */
    static String subject(Context ctx) {
        return Subjects.inContext(context(ctx), ctx.pathParam("subject"));
    }

    /** The context in the path, or the default one. */
    static String context(Context ctx) {
        return ctx.pathParamMap().getOrDefault("context", Subjects.DEFAULT_CONTEXT);
    }

    static int id(Context ctx) {
        try {
            return Integer.parseInt(ctx.pathParam("id"));
        } catch (NumberFormatException e) {
            throw new NotFoundResponse("HTTP 404 Not Found");
        }
    }

    static boolean flag(Context ctx, String name) {
        return Boolean.parseBoolean(query(ctx, name).orElse("false"));
    }

    static Optional<String> query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    /** The subjects that a list is about: those with the prefix asked for, or those of the path's context. */
    static String subjectPrefix(Context ctx) {
        String context = context(ctx);
        String everything = context.equals(Subjects.DEFAULT_CONTEXT) ? ":*:" : Subjects.prefixOf(context);
        return query(ctx, "subjectPrefix")
                .map(p -> Subjects.inContext(context, p))
                .orElse(everything);
    }

    /** A text field of the body; empty when it isn't there. */
    static String field(Context ctx, String name) {
        return body(ctx).path(name).asText("");
    }

    /** The schema in the body. */
    static SchemaRequest schema(Context ctx) {
        JsonNode body = body(ctx);
        String schema = body.path("schema").asText("");
        String type = body.hasNonNull("schemaType") ? body.path("schemaType").asText("") : "";
        SchemaRequest.check(type, schema);
        SchemaText text = new SchemaText(schema, references(ctx, body));
        return new SchemaRequest(text, positive(body, "id"), positive(body, "version"));
    }

    private static List<Reference> references(Context ctx, JsonNode body) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode r : body.path("references")) {
            String subject = Subjects.inContext(context(ctx), r.path("subject").asText(""));
            references.add(new Reference(
                    r.path("name").asText(""), subject, r.path("version").asInt()));
        }
        return references;
    }

    private static OptionalInt positive(JsonNode body, String field) {
        int number = body.path(field).asInt(0);
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static JsonNode body(Context ctx) {
        try {
            return JSON.readTree(ctx.bodyAsBytes());
        } catch (IOException e) {
            throw Refusal.unreadableBody();
        }
    }
}
