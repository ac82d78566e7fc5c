package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "import",
                "topics",
                "topics create",
                "topics check",
                "days",
                "query",
                "query kpis",
                "dead-letters",
                "dead-letters list",
                "dead-letters show",
                "dead-letters resend"
            })
    void everyCommandHasHelpAndVersion(String command) {
        CommandRun help = CommandRun.of((command + " --help").split(" "));
        CommandRun version = CommandRun.of((command + " --version").split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: upswing " + command).contains("--verbose", "Exit codes:", "78");
        assertThat(help.err()).isEmpty();
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("upswing ").doesNotContain("${").contains("Kafka clients");
    }

    @Test
    void helpListsTheCommands() {
        CommandRun help = CommandRun.of("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("demo", "run", "import", "topics", "days", "query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "topics", "query", "dead-letters"})
    void aMissingCommandIsAUsageError(String args) {
        CommandRun run = CommandRun.of(args.isEmpty() ? new String[0] : args.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--help").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownOptionIsAUsageErrorThatNamesWhatWasMeant() {
        CommandRun run = CommandRun.of("demo", "--exitt");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--exitt", "'upswing demo --help'", "--exit");
    }

    @Test
    void anUnknownCommandIsAUsageErrorThatNamesWhatWasMeant() {
        CommandRun run = CommandRun.of("demoo");
        CommandRun below = CommandRun.of("topics", "creat");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("upswing: there is no command 'demoo'").contains("upswing demo", "--help");
        assertThat(below.err()).contains("there is no command 'creat'", "create", "'upswing topics --help'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --until 31.12.2017",
                "import",
                "import --mapping m.yaml --until yesterday",
                "query kpis --level manager",
                "query kpis -o xml",
                "query kpis --day 2017-02-30",
                "days --url 127.0.0.1:7070",
                "demo --http-port many",
                "dead-letters show",
                "dead-letters show 17",
                "dead-letters list -o xml",
                "dead-letters resend",
                "dead-letters resend --all",
                "dead-letters resend 0:1 --reason undecodable"
            })
    void whatCanNotBeReadIsAUsageError(String args) {
        CommandRun run = CommandRun.of(args.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("upswing: ");
    }
}
