package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.deadletters.Wanted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which dead letters are meant. */
final class LetterOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--reason", paramLabel = "REASON", description = "Those with this reason, such as undecodable.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Those whose records stand in this topic: crm.deals, or the name with its prefix.")
    private Optional<String> topic = Optional.empty();

    @Option(names = "--partition", paramLabel = "N", description = "Those whose records stand in this partition.")
    private Optional<Integer> partition = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Those that came since a day, as 2017-12-31, or a moment, as 2017-12-31T10:00:00Z.")
    private Optional<String> since = Optional.empty();

    boolean given() {
        return reason.isPresent() || topic.isPresent() || partition.isPresent() || since.isPresent();
    }

    /** Fails if an option can't be read. */
    Wanted wanted(AppConfig config) {
        return new Wanted(
                reason,
                topic.map(name -> names(name, config)).orElse(Set.of()),
                partition.map(OptionalInt::of).orElse(OptionalInt.empty()),
                since.map(text -> moment(text, config)));
    }

    /** By its name, by its name without the prefix, or by that of one that Kafka Streams makes. */
    private static Set<String> names(String name, AppConfig config) {
        return new HashSet<>(
                List.of(name, config.topics().prefix() + name, config.applicationId() + "-" + name + "-repartition"));
    }

    private Instant moment(String text, AppConfig config) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(config.zone().zone()).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since must be a day, as 2017-12-31, or a moment, as 2017-12-31T10:00:00Z, not '" + text + "'");
        }
    }
}
