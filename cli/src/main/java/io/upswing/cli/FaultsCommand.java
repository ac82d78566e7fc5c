package io.upswing.cli;

import io.upswing.cli.faults.FaultReport;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Folders;
import io.upswing.faults.Fault;
import io.upswing.faults.FaultResult;
import io.upswing.faults.FaultSettings;
import io.upswing.faults.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills and pauses on purpose. */
@Command(
        name = "faults",
        description = {
            "Run broker, registry and instances as processes on this machine, kill and pause them at moments drawn from a"
                    + " seed while a simulated organization's records come in, and compare all that is said, record by"
                    + " record, with an undisturbed run.",
            "Needs no cluster. A run of 20 faults takes about 10 minutes; each process has up to 256 MB of heap."
        })
final class FaultsCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--seed", paramLabel = "N", description = "To try the same again. Default: a new one.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--faults",
            defaultValue = "14",
            paramLabel = "N",
            description = "How many in each run. Default: ${DEFAULT-VALUE}.")
    private int faults;

    @Option(
            names = "--instances",
            split = ",",
            defaultValue = "1,2",
            paramLabel = "N",
            description = "A run with so many instances, one after the other. Default: ${DEFAULT-VALUE}.")
    private final List<Integer> instances = new ArrayList<>();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Only these kinds, of: kill-app, kill-broker, kill-all, pause-app, pause-broker, registry-away,"
                            + " state-deleted. Can be given several times. Default: all but pause-broker, which goes in a run"
                            + " without kill-broker and kill-all.")
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where processes keep what they keep, and their logs; must be empty. Default: a temporary"
                    + " folder, which is deleted if all is well.")
    private Optional<Path> dir = Optional.empty();

    FaultsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        FaultSettings wanted = settings();
        Path folder = folder();
        FaultSettings settings = wanted.in(folder);
        FaultReport report = new FaultReport(context.console(), settings);
        List<FaultResult> results = new Faults(settings, report).run();
        boolean isWell = results.stream().allMatch(FaultResult::isWell);
        report.end(results);
        if (isWell && dir.isEmpty()) {
            Folders.delete(folder);
        }
        return isWell ? ExitCode.OK : ExitCode.FAILED;
    }

    private FaultSettings settings() {
        try {
            return new FaultSettings(
                    seed.orElseGet(() -> (long) new Random().nextInt(Integer.MAX_VALUE)),
                    faults,
                    kinds(),
                    instances,
                    dir.orElse(Path.of("")));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private List<Fault> kinds() {
        return only.isEmpty()
                ? Fault.TOGETHER
                : only.stream().map(FaultsCommand::kind).toList();
    }

    private static Fault kind(String id) {
        return Stream.of(Fault.values())
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE,
                        "--only: '" + id + "' is no kind of fault; there are "
                                + String.join(
                                        ", ",
                                        Stream.of(Fault.values()).map(Fault::id).toList())));
    }

    private Path folder() throws IOException {
        if (dir.isEmpty()) {
            return Files.createTempDirectory("upswing-faults");
        }
        Files.createDirectories(dir.get());
        try (Stream<Path> there = Files.list(dir.get())) {
            if (there.findAny().isPresent()) {
                throw new CommandFailed(ExitCode.USAGE, "--dir: " + dir.get() + " is not empty");
            }
        }
        return dir.get();
    }
}
