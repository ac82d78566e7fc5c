package io.upswing.embedded.registry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.upswing.embedded.registry.Reference;
import io.upswing.embedded.registry.SchemaText;
import io.upswing.embedded.registry.SchemaVersion;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** Answers in Confluent's form. */
final class Replies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private Replies() {}

    /** A handler that answers with what the function returns, as JSON. */
    static Handler json(Function<Context, Object> answer) {
        return ctx -> send(ctx, 200, answer.apply(ctx));
    }

    /** A handler that answers with the text that the function returns, which is JSON already. */
    static Handler text(Function<Context, String> answer) {
        return ctx -> ctx.contentType(CONTENT_TYPE).result(answer.apply(ctx));
    }

    static void error(Context ctx, int status, int code, String message) {
        send(ctx, status, JSON.createObjectNode().put("error_code", code).put("message", message));
    }

    static ObjectNode object(String field, String value) {
        return JSON.createObjectNode().put(field, value);
    }

    static ObjectNode object(String field, int value) {
        return JSON.createObjectNode().put(field, value);
    }

    /** Subject, version, id and schema. */
    static ObjectNode version(SchemaVersion version) {
        ObjectNode reply = object("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id());
        return withText(reply, version.text());
    }

    /** The schema alone, as it is asked for by id. */
    static ObjectNode schema(SchemaText text) {
        return withText(JSON.createObjectNode(), text);
    }

    static ObjectNode compatible(List<String> reasons, boolean verbose) {
        ObjectNode reply = JSON.createObjectNode().put("is_compatible", reasons.isEmpty());
        if (verbose) {
            ArrayNode messages = reply.putArray("messages");
            reasons.forEach(messages::add);
        }
        return reply;
    }

    private static ObjectNode withText(ObjectNode reply, SchemaText text) {
        if (!text.references().isEmpty()) {
            ArrayNode references = reply.putArray("references");
            for (Reference reference : text.references()) {
                references
                        .addObject()
                        .put("name", reference.name())
                        .put("subject", reference.subject())
                        .put("version", reference.version());
            }
        }
        return reply.put("schema", text.schema());
    }

    private static void send(Context ctx, int status, Object body) {
        try {
            ctx.status(status).contentType(CONTENT_TYPE).result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
