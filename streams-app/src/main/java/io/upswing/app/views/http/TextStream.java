package io.upswing.app.views.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with text that is too long to be kept. */
final class TextStream {
    private static final Logger LOG = LoggerFactory.getLogger(TextStream.class);

    private TextStream() {}

    /**
     * Has a file written piece by piece. If that fails in the middle, the reader sees the connection break, not an end.
     *
     * @param type the content type
     * @param name under which browsers keep it
     */
    static void write(Context ctx, String type, String name, Consumer<Consumer<String>> text) {
        ctx.contentType(type).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(ctx.outputStream(), UTF_8), 1 << 16);
            text.accept(piece -> append(out, piece));
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("a client went away", e);
        } catch (RuntimeException e) {
            if (!ctx.res().isCommitted()) {
                ctx.res().reset();
                throw e;
            }
            LOG.warn("an answer broke off: {}", e.toString());
            breakOff(ctx);
        }
    }

    private static void append(Writer out, String piece) {
        try {
            out.append(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void breakOff(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
