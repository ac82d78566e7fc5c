package io.upswing.cli.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a command has around it.
 *
 * @param console where it writes
 * @param environment all variables
 * @param clock says which day it is: for defaults that a person would give by hand, never for a result
 */
public record Context(Console console, Map<String, String> environment, Clock clock) {
    /** Copies the variables. */
    public Context {
        environment = Map.copyOf(environment);
    }

    /** The process's own. */
    public static Context ofProcess() {
        return new Context(Console.ofProcess(), System.getenv(), Clock.systemUTC());
    }

    /** What time it is: to refuse what a person can't mean. */
    public Instant now() {
        return clock.instant();
    }

    /** The last day that has ended in a time zone. */
    public LocalDate yesterday(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
    }
}
