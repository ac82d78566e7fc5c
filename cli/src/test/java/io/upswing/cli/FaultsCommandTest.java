package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.cli.shell.ExitCode;
import io.upswing.faults.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsCommandTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void anUnknownKindIsRefusedWithThoseThereAre() {
        CommandRun run = CommandRun.of("faults", "--only", "earthquake");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'earthquake' is no kind of fault", "kill-app", "state-deleted");
    }

    @Test
    void theHelpNamesEveryKind() {
        String help = CommandRun.of("faults", "--help").out();

        assertThat(Stream.of(Fault.values()).map(Fault::id))
                .allSatisfy(id -> assertThat(help).contains(id));
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws Exception {
        Files.createFile(directory.resolve("something"));

        CommandRun run = CommandRun.of("faults", "--dir", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is not empty");
        assertThat(directory.resolve("something")).exists();
    }

    @Test
    void nothingToTryIsRefused() {
        assertThat(CommandRun.of("faults", "--faults", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("faults", "--instances", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
