package io.upswing.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

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

    /** Free ports; all are held until all are known, so that they differ. */
    static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
