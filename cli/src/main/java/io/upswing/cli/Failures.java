package io.upswing.cli;

import io.upswing.app.StartRefusedException;
import io.upswing.app.config.ConfigurationException;
import io.upswing.app.views.http.PortNotOpenException;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.csv.ImportException;
import io.upswing.producers.csv.MappingException;
import io.upswing.producers.csv.UnreadableExportException;
import io.upswing.producers.simulator.SimulationRefusedException;
import io.upswing.schemas.registry.RegistryException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What people and scripts see of an error: a message, and an exit code. */
final class Failures {
    /**
     * What an error means.
     *
     * @param exitCode one of {@link ExitCode}
     */
    record Failure(int exitCode, String message) {}

    private Failures() {}

    static int onUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("upswing: " + message(e, command));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' says what it takes.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String message(ParameterException e, CommandLine command) {
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !command.getSubcommands().isEmpty()
                ? "there is no command '" + unmatched.getUnmatched().get(0) + "'"
                : String.valueOf(e.getMessage());
    }

    static int onFailure(Exception e, CommandLine command, boolean verbose) {
        PrintWriter err = command.getErr();
        Failure failure = of(e);
        err.println("upswing: " + failure.message());
        if (verbose) {
            e.printStackTrace(err);
        }
        err.flush();
        return failure.exitCode();
    }

    /** Looks from the outside in: what was thrown last knows best what it means. */
    static Failure of(Exception thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            Failure known = known(e);
            if (known != null) {
                return known;
            }
        }
        if (thrown instanceof KafkaException) {
            return new Failure(ExitCode.FAILED, "Kafka: " + text(thrown));
        }
        return new Failure(
                ExitCode.BUG, "unexpected: " + thrown + "\nThis is an error in Upswing; --verbose shows where.");
    }

    private static @Nullable Failure known(Throwable e) {
        return switch (e) {
            case CommandFailed failed -> new Failure(failed.exitCode(), text(failed));
            case ConfigurationException wrong -> new Failure(ExitCode.CONFIG, text(wrong));
            case MappingException wrong -> new Failure(ExitCode.CONFIG, text(wrong));
            case ConfigException wrong -> new Failure(ExitCode.CONFIG, "configuration: " + text(wrong));
            case UnreadableExportException wrong -> new Failure(ExitCode.WRONG_DATA, text(wrong));
            case PortNotOpenException taken -> new Failure(ExitCode.FAILED, text(taken));
            case StartRefusedException refused -> new Failure(ExitCode.WRONG_DATA, text(refused));
            case SimulationRefusedException refused -> new Failure(ExitCode.WRONG_DATA, text(refused));
            case ImportException ended -> new Failure(ExitCode.FAILED, text(ended));
            case RegistryException registry ->
                new Failure(registry.unavailable() ? ExitCode.UNAVAILABLE : ExitCode.FAILED, text(registry));
            case AuthenticationException refused ->
                new Failure(ExitCode.CONFIG, "the broker does not know who we are: " + text(refused));
            case AuthorizationException refused -> new Failure(ExitCode.CONFIG, "the broker refuses: " + text(refused));
            case TimeoutException late -> new Failure(ExitCode.UNAVAILABLE, unreachable(late));
            case DisconnectException gone -> new Failure(ExitCode.UNAVAILABLE, unreachable(gone));
            case UncheckedIOException io -> new Failure(ExitCode.IO, text(io));
            case IOException io -> new Failure(ExitCode.IO, io.getClass().getSimpleName() + ": " + text(io));
            default -> null;
        };
    }

    private static String unreachable(Throwable e) {
        return "the broker does not answer; is kafka.bootstrap.servers right, and the broker up? (" + text(e) + ")";
    }

    private static String text(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
