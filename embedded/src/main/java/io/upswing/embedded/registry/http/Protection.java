package io.upswing.embedded.registry.http;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.BasicAuthCredentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * What keeps strangers out.
 *
 * @param login what clients must say; empty: nothing
 * @param certificate what the server shows; empty: without TLS
 */
public record Protection(Optional<Login> login, Optional<Certificate> certificate) {
    /** Everyone may come in, in the clear. */
    public static final Protection NONE = new Protection(Optional.empty(), Optional.empty());

    /** A name and a password of HTTP's basic authentication. */
    public record Login(String user, String password) {
        boolean isSaidBy(@Nullable BasicAuthCredentials said) {
            return said != null && same(user, said.getUsername()) && same(password, said.getPassword());
        }

        /** Takes as long for a near miss as for any other. */
        private static boolean same(String right, String said) {
            return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** A key store in PKCS12. */
    public record Certificate(Path keyStore, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Certificate[" + keyStore + "]";
        }
    }

    void check(Context ctx) {
        if (login.isPresent() && !login.get().isSaidBy(ctx.basicAuthCredentials())) {
            ctx.header("WWW-Authenticate", "Basic realm=\"schema registry\"");
            throw new UnauthorizedResponse("Unauthorized");
        }
    }

    Connector connector(Server server, HttpConfiguration http, String host, int port) {
        HttpConfiguration configuration = new HttpConfiguration(http);
        HttpConnectionFactory plain = new HttpConnectionFactory(configuration);
        ServerConnector connector = certificate
                .map(shown -> {
                    // An address has no name to be told by, so the one asked for is not compared.
                    configuration.addCustomizer(new SecureRequestCustomizer(false));
                    return new ServerConnector(
                            server, new SslConnectionFactory(context(shown), HttpVersion.HTTP_1_1.asString()), plain);
                })
                .orElseGet(() -> new ServerConnector(server, plain));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    private static SslContextFactory.Server context(Certificate shown) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStorePath(shown.keyStore().toString());
        context.setKeyStoreType("PKCS12");
        context.setKeyStorePassword(shown.password());
        return context;
    }
}
