package io.upswing.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for 127.0.0.1 with its key, and what its clients trust; for development and tests.
 *
 * @param keyStore PKCS12, with the key
 * @param trustStore PKCS12, with the certificate alone
 * @param password of both
 */
public record TlsIdentity(Path keyStore, Path trustStore, String password) {
    private static final String ALIAS = "server";
    private static final int PATIENCE_S = 60;

    /**
     * Makes a new identity, signed by itself, with the JDK's {@code keytool}.
     *
     * @param directory made if need be; gets the two stores
     */
    public static TlsIdentity create(Path directory) {
        TlsIdentity identity = new TlsIdentity(
                directory.resolve("server.p12"),
                directory.resolve("trusted.p12"),
                UUID.randomUUID().toString());
        Path certificate = directory.resolve("server.pem");
        try {
            Files.createDirectories(directory);
            keytool(
                    List.of(
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-validity",
                            "365",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1,dns:localhost"),
                    identity.store(identity.keyStore));
            keytool(List.of("-exportcert", "-rfc", "-file", certificate.toString()), identity.store(identity.keyStore));
            keytool(
                    List.of("-importcert", "-noprompt", "-file", certificate.toString()),
                    identity.store(identity.trustStore));
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException("could not make a certificate in " + directory, e);
        }
    }

    /** What a client takes that is to trust this certificate, under the names that Kafka's and Confluent's clients share. */
    public Map<String, String> trust() {
        return Map.of(
                "ssl.truststore.location",
                trustStore.toString(),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.password",
                password);
    }

    private List<String> store(Path file) {
        return List.of("-alias", ALIAS, "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", password);
    }

    private static void keytool(List<String> what, List<String> store) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(what);
        command.addAll(store);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool failed: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsIdentity[" + keyStore + "]";
    }
}
