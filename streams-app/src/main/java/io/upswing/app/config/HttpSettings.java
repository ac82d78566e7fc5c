package io.upswing.app.config;

import java.util.Optional;

/**
 * Where the views listen, and how other instances reach them.
 *
 * @param listen on loopback, unless {@code allowRemote}; port 0 takes a free one
 * @param allowRemote whether someone has said that others may read everything: views have no authentication
 * @param advertised what other instances connect to; as {@code listen} if empty
 */
public record HttpSettings(HostPort listen, boolean allowRemote, Optional<HostPort> advertised) {
    /**
     * Refuses to listen where others can connect unless that is allowed, and an address that nobody can connect to.
     *
     * @throws IllegalArgumentException naming the keys
     */
    public HttpSettings {
        if (!listen.isLoopback() && !allowRemote) {
            throw new IllegalArgumentException(Keys.HTTP_HOST.name() + " is '" + listen.host()
                    + "', which other machines can reach, but views have no authentication: set "
                    + Keys.HTTP_ALLOW_REMOTE.name() + "=" + Keys.ALLOW_REMOTE
                    + " if all who can connect may read every KPI, else 127.0.0.1");
        }
        if (advertised.isEmpty() && listen.isWildcard()) {
            throw new IllegalArgumentException(Keys.HTTP_ADVERTISED.name() + " is not set, but "
                    + Keys.HTTP_HOST.name() + " is '" + listen.host()
                    + "', which no other instance can connect to: set it to a host:port that they can");
        }
        if (advertised.isPresent() && advertised.get().isWildcard()) {
            throw new IllegalArgumentException(Keys.HTTP_ADVERTISED.name() + " is '" + advertised.get()
                    + "', which no other instance can connect to: set it to a host:port that they can");
        }
    }

    /**
     * The address by which other instances reach this one. A port 0 in it stands for the one that is really used.
     *
     * @param boundPort on which the views listen
     */
    public HostPort advertisedOn(int boundPort) {
        HostPort address = advertised.orElse(listen);
        return address.port() == 0 ? new HostPort(address.host(), boundPort) : address;
    }
}
