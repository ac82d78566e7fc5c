package io.upswing.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.cli.shell.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void theDataOfTheLastDemoGoUnlessTheyAreKept() throws IOException {
        Path file = leaveAFile();

        try (DemoDirectory again = DemoDirectory.take(directory, true)) {
            assertThat(again.broker()).isEqualTo(file.getParent());
            assertThat(file).exists();
        }
        try (DemoDirectory anew = DemoDirectory.take(directory, false)) {
            assertThat(anew.broker()).doesNotExist();
        }
    }

    @Test
    void aFolderThatNoDemoHasMadeStaysAsItIs() throws IOException {
        Path foreign = Files.createDirectory(directory.resolve("demo"));
        Path file = Files.writeString(foreign.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DemoDirectory.take(directory, false))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("no demo has made it");
        assertThat(file).exists();
    }

    @Test
    void keptDataAreNotMixedWithOthers() {
        try (DemoDirectory first = DemoDirectory.take(directory, false)) {
            first.mustHold("sample, USD, UTC");
        }

        try (DemoDirectory kept = DemoDirectory.take(directory, true)) {
            kept.mustHold("sample, USD, UTC");
            assertThatThrownBy(() -> kept.mustHold("mine, EUR, Europe/Copenhagen"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("are of sample, USD, UTC, not of mine, EUR")
                    .hasMessageContaining("--keep");
        }
    }

    @Test
    void whatLiesBesideTheDemosFolderStays() throws IOException {
        Path state = Files.createDirectories(directory.resolve("state"));

        DemoDirectory.take(directory, false).close();
        DemoDirectory.take(directory, false).close();

        assertThat(state).exists();
    }

    @Test
    void twoDemosDoNotShareAFolder() {
        try (DemoDirectory first = DemoDirectory.take(directory, false)) {
            assertThatThrownBy(() -> DemoDirectory.take(directory, false))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("another demo runs in")
                    .hasMessageContaining("--dir");
            assertThat(first.config().getParent()).exists();
        }
    }

    private Path leaveAFile() throws IOException {
        try (DemoDirectory first = DemoDirectory.take(directory, false)) {
            Files.createDirectories(first.broker());
            return Files.writeString(first.broker().resolve("log"), "x");
        }
    }
}
