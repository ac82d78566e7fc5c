package io.upswing.app.views.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ViewsServerTest {
    @Test
    void aPortThatIsTakenIsNamedWithTheKeysThatMendIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PortNotOpenException.class)
                    .isThrownBy(() -> ViewsServer.start("127.0.0.1", taken.getLocalPort(), () -> "")
                            .close())
                    .withMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .withMessageContainingAll("http.port", "http.host", "state-dir");
        }
    }
}
