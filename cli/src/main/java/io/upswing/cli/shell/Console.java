package io.upswing.cli.shell;

import io.upswing.cli.render.ProgressBar;
import io.upswing.cli.render.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err messages
 */
public record Console(PrintWriter out, PrintWriter err, Terminal terminal) {
    /** The process's own, in UTF-8 whatever the locale: bars and arrows are not in ASCII, which a missing locale means. */
    public static Console ofProcess() {
        return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), Terminal.ofLauncher());
    }

    /** Prints a line of the result. */
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints lines of the result. */
    public void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** Prints a message. */
    public void say(String message) {
        err.println(message);
        err.flush();
    }

    /** A new progress bar among the messages. */
    public ProgressBar progress(String what) {
        return new ProgressBar(err, terminal, what);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
