package io.upswing.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a server.
 *
 * @param host a name or an address; IPv6 without brackets
 * @param port 0 to 65535; 0 stands for a free one
 */
public record HostPort(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^\\s:/\\[\\]]+)):(\\d{1,5})");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");
    private static final Pattern WILDCARD = Pattern.compile("0\\.0\\.0\\.0|::");

    /** Checks the ranges. */
    public HostPort {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a host is missing");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }

    /**
     * Reads {@code host:port}, or {@code [address]:port} for IPv6.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static HostPort parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not host:port");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new HostPort(host, Integer.parseInt(matcher.group(3)));
    }

    /** Whether only this machine can reach it, as far as its text tells: names are not looked up. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether it stands for all addresses of a machine, so that nobody can connect to it by this text. */
    public boolean isWildcard() {
        return WILDCARD.matcher(host).matches();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
