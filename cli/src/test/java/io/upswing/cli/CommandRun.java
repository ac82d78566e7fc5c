package io.upswing.cli;

import io.upswing.cli.render.Terminal;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** What a command line did. */
record CommandRun(int exitCode, String out, String err) {
    /** Noon of 2026-03-15 in UTC. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

    static CommandRun of(String... args) {
        return with(Map.of(), args);
    }

    static CommandRun with(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Terminal.none());
        int exitCode =
                Main.commandLine(new Context(console, environment, CLOCK)).execute(args);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
