package io.upswing.embedded;

import io.upswing.embedded.registry.http.Protection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link EmbeddedRegistry} demands of its clients: HTTP's basic authentication.
 *
 * @param tls the registry's certificate; empty: without TLS
 */
public record RegistrySecurity(String user, String password, Optional<TlsIdentity> tls) {
    /** Basic authentication without TLS. */
    public static RegistrySecurity basic(String user, String password) {
        return new RegistrySecurity(user, password, Optional.empty());
    }

    /** The same over TLS. */
    public RegistrySecurity over(TlsIdentity identity) {
        return new RegistrySecurity(user, password, Optional.of(identity));
    }

    /** What Confluent's client takes beside the URL. */
    public Map<String, String> client() {
        Map<String, String> config = new HashMap<>();
        config.put("basic.auth.credentials.source", "USER_INFO");
        config.put("basic.auth.user.info", user + ":" + password);
        tls.ifPresent(
                identity -> identity.trust().forEach((key, value) -> config.put("schema.registry." + key, value)));
        return config;
    }

    Protection protection() {
        return new Protection(
                Optional.of(new Protection.Login(user, password)),
                tls.map(identity -> new Protection.Certificate(identity.keyStore(), identity.password())));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RegistrySecurity[" + user + ", " + tls + "]";
    }
}
