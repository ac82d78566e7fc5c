package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableBrokerTest {
    @Test
    void aBrokerThatDoesNotAnswerHasAnExitCodeOfItsOwn() throws IOException {
        CommandRun run = CommandRun.of(command("topics check"));

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("the broker does not answer", "kafka.bootstrap.servers");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anInstanceThatLogsInJsonSaysWhyItEndsInJsonToo(@TempDir Path directory) throws Exception {
        int exitCode;
        String said;
        try (CommandProcess run =
                CommandProcess.start(directory, "run", List.of(), command("run", "log.format=json"))) {
            exitCode = run.awaitExit();
            said = run.messages();
        }

        List<String> messages = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : said.lines().toList()) {
            messages.add(mapper.readTree(line).get("formattedMessage").asText());
        }
        assertThat(exitCode).isEqualTo(69);
        assertThat(messages.get(0)).startsWith("asking the broker at 127.0.0.1:");
        assertThat(messages.get(messages.size() - 1)).contains("the broker does not answer", "kafka.bootstrap.servers");
    }

    private static String[] command(String command, String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        Stream.concat(
                        Stream.of(
                                "kafka.bootstrap.servers=127.0.0.1:" + closedPort(),
                                "kafka.admin.default.api.timeout.ms=1500",
                                "kafka.admin.request.timeout.ms=1000",
                                "schema.registry.url=http://127.0.0.1:1",
                                "time-zone=UTC",
                                "reporting-currency=EUR",
                                "working-week=mon,tue,wed,thu,fri",
                                "holidays=none"),
                        Stream.of(settings))
                .forEach(setting -> all.addAll(List.of("-D", setting)));
        return all.toArray(String[]::new);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
