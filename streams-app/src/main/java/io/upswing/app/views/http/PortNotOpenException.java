package io.upswing.app.views.http;

/** The app can't listen where it was told to: something else does, or the machine has no such address. */
public final class PortNotOpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortNotOpenException(String host, int port, Throwable cause) {
        super(
                "can't listen at " + host + ":" + port + " (" + cause.getMessage()
                        + "): set http.host and http.port to an address of this machine and a port that is free, or http.port to"
                        + " 0 for any; a second instance on a machine needs a state-dir of its own too",
                cause);
    }
}
