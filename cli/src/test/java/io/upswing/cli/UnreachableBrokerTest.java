package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class UnreachableBrokerTest {
    @Test
    void aBrokerThatDoesNotAnswerHasAnExitCodeOfItsOwn() throws IOException {
        CommandRun run = CommandRun.of(
                "topics",
                "check",
                "-D",
                "kafka.bootstrap.servers=127.0.0.1:" + closedPort(),
                "-D",
                "kafka.admin.default.api.timeout.ms=1500",
                "-D",
                "kafka.admin.request.timeout.ms=1000",
                "-D",
                "schema.registry.url=http://127.0.0.1:1",
                "-D",
                "time-zone=UTC",
                "-D",
                "reporting-currency=EUR",
                "-D",
                "working-week=mon,tue,wed,thu,fri",
                "-D",
                "holidays=none");

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("the broker does not answer", "kafka.bootstrap.servers");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
