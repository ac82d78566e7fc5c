package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"run", "topics create", "topics check", "import --mapping m.yaml"})
    void allThatIsMissingIsNamedAtOnce(String command) {
        CommandRun run = CommandRun.of(command.split(" "));

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err())
                .contains("kafka.bootstrap.servers", "schema.registry.url", "time-zone", "reporting-currency")
                .doesNotContain("\tat ");
    }

    @Test
    void flagsCountBeforeTheEnvironmentAndThatBeforeFiles() throws IOException {
        Path file = Files.writeString(directory.resolve("app.properties"), "time-zone=Nowhere/File\n");

        CommandRun fromFile = CommandRun.of("topics", "check", "--config", file.toString());
        CommandRun fromEnvironment = CommandRun.with(
                Map.of("UPSWING_TIME_ZONE", "Nowhere/Environment"), "topics", "check", "--config", file.toString());
        CommandRun fromFlag = CommandRun.with(
                Map.of("UPSWING_TIME_ZONE", "Nowhere/Environment"),
                "topics",
                "check",
                "--config",
                file.toString(),
                "-D",
                "time-zone=Nowhere/Flag");

        assertThat(fromFile.err()).contains("Nowhere/File");
        assertThat(fromEnvironment.err()).contains("Nowhere/Environment").doesNotContain("Nowhere/File");
        assertThat(fromFlag.err()).contains("Nowhere/Flag").doesNotContain("Nowhere/Environment");
    }

    @Test
    void theEnvironmentNamesTheFilesWhereNoneIsGiven() throws IOException {
        Path file = Files.writeString(directory.resolve("app.properties"), "time-zone=Nowhere/File\n");

        CommandRun run = CommandRun.with(Map.of("UPSWING_CONFIG", file.toString()), "topics", "check");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).contains("Nowhere/File");
    }

    @Test
    void whereAnErrorCameFromIsShownOnlyWhenAskedFor() {
        CommandRun run = CommandRun.of("topics", "check", "--verbose");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).contains("ConfigurationException", "\tat ");
    }
}
