package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.CaseListCommand.Kind;
import io.upswing.cli.cases.EventFeed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Signals;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows what happens to issues or plans. */
@Command
final class WatchCommand implements Callable<Integer> {
    private final Context context;
    private final Kind kind;

    @Option(names = "--rep", paramLabel = "ID", description = "Only this rep's.")
    private Optional<String> rep = Optional.empty();

    @Option(names = "--from-beginning", description = "All that has happened, too.")
    private boolean fromBeginning;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    WatchCommand(Context context, Kind kind) {
        this.context = context;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        EventFeed feed = new EventFeed(config.consumerConfig());
        try (Signals signals = Signals.listen();
                TopicCatalogue topics = config.catalogue()) {
            if (kind == Kind.ISSUES) {
                feed.follow(
                        topics.issueEvents(),
                        fromBeginning,
                        this::begun,
                        signals::told,
                        event -> line(
                                event.getDay(), event.getRep(), event.getRule(), event.getType(), event.getSentence()));
            } else {
                feed.follow(
                        topics.planEvents(),
                        fromBeginning,
                        this::begun,
                        signals::told,
                        event -> line(
                                event.getDay(), event.getRep(), event.getPlan(), event.getType(), event.getSentence()));
            }
        }
        return ExitCode.OK;
    }

    private void begun() {
        context.console().say("Ctrl-C ends it.");
    }

    private void line(LocalDate day, String of, String subject, String type, String sentence) {
        if (rep.isEmpty() || rep.get().equals(of)) {
            context.console().print(day + "  " + of + "  " + subject + "  " + type + "  " + sentence);
        }
    }
}
