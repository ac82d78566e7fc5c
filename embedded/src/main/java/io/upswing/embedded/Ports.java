package io.upswing.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
final class Ports {
    static final String HOST = "127.0.0.1";
    static final int ANY = 0;
    private static final int HIGHEST = 65_535;

    private Ports() {}

    static void check(int port) {
        if (port < ANY || port > HIGHEST) {
            throw new IllegalArgumentException("port must be 0 (any free one) to " + HIGHEST + ", not " + port);
        }
    }

    /** This port, when it is free. */
    static int requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " on " + HOST + " is taken", e);
        }
    }

    /** Two free ports; both are held until both are known, so that they differ. */
    static FreePorts twoFree() {
        InetAddress host = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(ANY, 1, host);
                ServerSocket second = new ServerSocket(ANY, 1, host)) {
            return new FreePorts(first.getLocalPort(), second.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }

    /** Two different ports. */
    record FreePorts(int first, int second) {}
}
