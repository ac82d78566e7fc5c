package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.deadletters.Letter;
import io.upswing.cli.deadletters.Letters;
import io.upswing.cli.deadletters.Place;
import io.upswing.cli.deadletters.Resend;
import io.upswing.cli.deadletters.Returns;
import io.upswing.cli.deadletters.Wanted;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.Acknowledgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters to where they came from. */
@Command(
        name = "resend",
        description = {
            "Send dead letters again to the topics that they came from, after the reason has been put right.",
            "Those named by their places, or those that the options describe; of the latter, those that were sent again"
                    + " before and refused again are left to their last dead letter. Twice changes nothing.",
            "Exit code 1 if one can't be sent again."
        })
final class DeadLettersResendCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PLACE",
            arity = "0..*",
            description = "Where they lie, as 'dead-letters list' says: 3:17.")
    private List<Place> places = new ArrayList<>();

    @Mixin
    private LetterOptions letterOptions = new LetterOptions();

    @Option(names = "--all", description = "All of them; needs --yes.")
    private boolean all;

    @Option(names = "--yes", description = "Yes, all of them.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    DeadLettersResendCommand(Context context) {
        this.context = context;
    }

    /** What has been done so far. */
    private final class Tally {
        private long sent;
        private long left;

        void take(Letter letter, Resend.Outcome outcome) {
            Console console = context.console();
            switch (outcome) {
                case Resend.Outcome.Sent to -> {
                    sent++;
                    console.print((dryRun ? "would be resent  " : "resent  ") + letter.place() + " to " + to.topic()
                            + " " + (dryRun ? to.partition() : to.partition() + ":" + to.offset()));
                }
                case Resend.Outcome.Left not -> {
                    left++;
                    console.print("left    " + letter.place() + ": " + not.why());
                }
            }
        }

        int exitCode() {
            context.console().say("%,d %s, %,d can't be.".formatted(sent, dryRun ? "would be resent" : "resent", left));
            return left == 0 ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    @Override
    public Integer call() {
        checkOptions();
        AppConfig config = configOptions.load(context.environment());
        Wanted wanted = letterOptions.wanted(config);
        Tally tally = new Tally();
        Map<String, Object> settings = Resend.producerConfig(config.producerConfig());
        try (Cluster cluster = Cluster.of(config);
                Letters letters = cluster.deadLetters();
                Producer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            Resend resend = new Resend(
                    producer,
                    Acknowledgement.of(settings),
                    cluster.catalogue().inputs().stream()
                            .<String>map(Topic::name)
                            .collect(Collectors.toSet()));
            if (places.isEmpty()) {
                matching(letters, wanted, resend, tally);
            } else {
                named(letters).forEach(letter -> tally.take(letter, resend.send(letter, dryRun)));
            }
        }
        return tally.exitCode();
    }

    private void checkOptions() {
        boolean described = all || letterOptions.given();
        if (places.isEmpty() != described) {
            throw wrong("which ones? Either places such as 3:17, or --reason, --topic, --partition, --since or --all");
        }
        if (all && !yes && !dryRun) {
            throw wrong("--all sends every dead letter again: add --yes, or look first with --dry-run");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** All are found before the first is sent. */
    private List<Letter> named(Letters letters) {
        return places.stream().distinct().map(place -> found(letters, place)).toList();
    }

    private static Letter found(Letters letters, Place place) {
        Optional<Letter> letter = letters.at(place);
        return letter.orElseThrow(
                () -> new CommandFailed(ExitCode.FAILED, "nothing was sent: there is no dead letter at " + place));
    }

    private void matching(Letters letters, Wanted wanted, Resend resend, Tally tally) {
        Returns returns = new Returns();
        letters.read(OptionalInt.empty(), wanted.since(), returns::note);
        letters.read(OptionalInt.empty(), wanted.since(), letter -> {
            if (wanted.includes(letter)) {
                returns.of(letter)
                        .ifPresentOrElse(
                                later -> context.console().say(letter.place() + " came again as " + later + "."),
                                () -> tally.take(letter, resend.send(letter, dryRun)));
            }
        });
    }
}
