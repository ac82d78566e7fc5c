package io.upswing.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Name;
import io.upswing.schemas.registry.RegistryException.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryClientTest {
    private static final Schema NAME = Name.getClassSchema();

    @Test
    void aRegisteredSchemaIsFoundByIdSubjectAndVersion() {
        try (RegistryClient client = mock()) {
            int id = client.register("names-value", NAME);

            assertThat(client.lookup("names-value", NAME)).isEqualTo(id);
            assertThat(client.byId(id)).isEqualTo(NAME);
            assertThat(client.latest("names-value")).isEqualTo(new RegistryClient.Registered(id, 1, NAME));
            assertThat(client.version("names-value", 1).id()).isEqualTo(id);
            assertThat(client.versions("names-value")).containsExactly(1);
        }
    }

    @Test
    void anUnknownIdIsNoOutage() {
        try (RegistryClient client = mock()) {
            RegistryException refused = catchThrowableOfType(RegistryException.class, () -> client.byId(999));

            assertThat(refused.reason()).isIn(Reason.SCHEMA_NOT_FOUND, Reason.NOT_FOUND);
            assertThat(refused.unavailable()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, 40101, UNAUTHORIZED, true",
        "403, 40301, UNAUTHORIZED, true",
        "404, 40403, SCHEMA_NOT_FOUND, false",
        "404, 40401, NOT_FOUND, false",
        "404, 404, UNREACHABLE, true",
        "409, 409, INCOMPATIBLE, false",
        "422, 42201, INVALID, false",
        "429, 42901, UNREACHABLE, true",
        "500, 50001, UNREACHABLE, true",
        "503, 50003, UNREACHABLE, true"
    })
    void anAnswerSaysWhetherToWait(int status, int code, Reason reason, boolean unavailable) throws IOException {
        try (RegistryServer server = RegistryServer.refusing(status, code);
                RegistryClient client = new RegistryClient(server.config())) {
            RegistryException e = catchThrowableOfType(RegistryException.class, () -> client.byId(1));

            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.unavailable()).isEqualTo(unavailable);
            assertThat(RegistryException.isUnavailable(new IllegalStateException(e)))
                    .isEqualTo(unavailable);
        }
    }

    @Test
    void noAnswerIsUnreachable() throws IOException {
        int closedPort = closedPort();
        try (RegistryClient client = new RegistryClient(Map.of(RegistryClient.URL, "http://127.0.0.1:" + closedPort))) {
            assertThatThrownBy(() -> client.byId(1))
                    .isInstanceOfSatisfying(
                            RegistryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
        }
    }

    @Test
    void anAnswerInTimeIsNotWaitedForBeyondTheSetTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RegistryClient client = new RegistryClient(Map.of(
                        RegistryClient.URL,
                        "http://127.0.0.1:" + silent.getLocalPort(),
                        "http.read.timeout.ms",
                        "50"))) {
            assertThatThrownBy(() -> client.byId(1))
                    .isInstanceOfSatisfying(
                            RegistryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
        }
    }

    @Test
    void anAnswerThatIsNoRegistrysIsUnreachable() throws IOException {
        try (RegistryServer server = RegistryServer.answering(404, "<html>not here</html>");
                RegistryClient client = new RegistryClient(server.config())) {
            assertThat(reasonById(client)).isEqualTo(Reason.UNREACHABLE);

            server.answer(200, "<html>welcome</html>");

            assertThat(reasonById(client)).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void aSchemaOfAnotherKindIsNotAnOutage() throws IOException {
        String protobuf = "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}";
        String broken = "{\"schema\":\"{\\\"type\\\":\\\"what\\\"}\"}";
        try (RegistryServer server = RegistryServer.answering(200, protobuf);
                RegistryClient client = new RegistryClient(server.config())) {
            assertThat(reasonById(client)).isEqualTo(Reason.NOT_AVRO);

            server.answer(200, broken);

            assertThat(reasonById(client)).isEqualTo(Reason.NOT_AVRO);
        }
    }

    @Test
    void theNextUrlServesWhenTheFirstIsDown() throws IOException {
        try (RegistryServer server = RegistryServer.answering(200, "{\"schema\":\"\\\"string\\\"\"}");
                RegistryClient client = new RegistryClient(
                        Map.of(RegistryClient.URL, "http://127.0.0.1:" + closedPort() + " , " + server.url()))) {
            assertThat(client.byId(1)).isEqualTo(SchemaBuilder.builder().stringType());
        }
    }

    @Test
    void theNextUrlServesWhenOneAnswersThatItCannot() throws IOException {
        try (RegistryServer broken = RegistryServer.refusing(503, 50_301);
                RegistryServer server = RegistryServer.answering(200, "{\"schema\":\"\\\"string\\\"\"}")) {
            Map<String, Object> config = Map.of(RegistryClient.URL, broken.url() + "," + server.url());
            // The client begins with any of them.
            while (broken.requests().isEmpty()) {
                try (RegistryClient client = new RegistryClient(config)) {
                    assertThat(client.byId(1)).isEqualTo(Schema.create(Schema.Type.STRING));
                    int asked = broken.requests().size();
                    client.byId(2);
                    assertThat(broken.requests())
                            .as("stays with the one that works")
                            .hasSize(asked);
                }
            }
        }
    }

    @Test
    void noUrlIsAskedTwiceWhenAllAnswerThatTheyCannot() throws IOException {
        try (RegistryServer one = RegistryServer.refusing(503, 50_301);
                RegistryServer two = RegistryServer.refusing(500, 50_001);
                RegistryClient client = new RegistryClient(Map.of(RegistryClient.URL, one.url() + "," + two.url()))) {
            RegistryException refused = catchThrowableOfType(RegistryException.class, () -> client.byId(1));

            assertThat(refused.reason()).isEqualTo(RegistryException.Reason.UNREACHABLE);
            assertThat(one.requests()).hasSize(1);
            assertThat(two.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusalIsNotTakenToTheNextUrl() throws IOException {
        try (RegistryServer one = RegistryServer.refusing(401, 40_101);
                RegistryServer two = RegistryServer.refusing(401, 40_101);
                RegistryClient client = new RegistryClient(Map.of(RegistryClient.URL, one.url() + "," + two.url()))) {
            RegistryException refused = catchThrowableOfType(RegistryException.class, () -> client.byId(1));

            assertThat(refused.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(one.requests().size() + two.requests().size()).isEqualTo(1);
        }
    }

    @Test
    void aPasswordInAUrlIsSentAndNeverTold() throws IOException {
        try (RegistryServer server = RegistryServer.answering(200, "{\"schema\":\"\\\"string\\\"\"}");
                RegistryClient client = new RegistryClient(
                        Map.of(RegistryClient.URL, server.url().replace("http://", "http://clerk:s3cr%40t@")))) {
            client.byId(1);

            assertThat(server.requests().getFirst())
                    .endsWith(" Basic "
                            + Base64.getEncoder().encodeToString("clerk:s3cr@t".getBytes(StandardCharsets.UTF_8)));
        }
        try (RegistryClient client =
                new RegistryClient(Map.of(RegistryClient.URL, "http://clerk:s3cr%40t@127.0.0.1:" + closedPort()))) {
            RegistryException away = catchThrowableOfType(RegistryException.class, () -> client.byId(2));
            assertThat(away.reason()).isEqualTo(Reason.UNREACHABLE);
            StringWriter told = new StringWriter();
            away.printStackTrace(new PrintWriter(told));
            assertThat(told.toString()).doesNotContain("s3cr");
        }
        // A container's name may have an underscore, of which java.net.URI makes neither host nor login.
        try (RegistryClient client =
                new RegistryClient(Map.of(RegistryClient.URL, "http://clerk:s3cret@schema_registry.invalid:1"))) {
            RegistryException away = catchThrowableOfType(RegistryException.class, () -> client.byId(2));
            StringWriter told = new StringWriter();
            away.printStackTrace(new PrintWriter(told));
            assertThat(told.toString()).contains("schema_registry").doesNotContain("s3cret");
        }
        assertThatThrownBy(() -> new RegistryClient(Map.of(RegistryClient.URL, "http://clerk:s3/c@registry")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("percent-encoded")
                .hasMessageNotContaining("s3");
        assertThatThrownBy(() -> new RegistryClient(Map.of(RegistryClient.URL, "http://a:b@x,http://c:d@y")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the same name and password");
    }

    @Test
    void threeUrlsThatTakeTheConnectionAndSayNothingAreGivenUpWithinATransaction() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 8, loopback);
                ServerSocket two = new ServerSocket(0, 8, loopback);
                ServerSocket three = new ServerSocket(0, 8, loopback)) {
            String urls = Stream.of(one, two, three)
                    .map(socket -> "http://127.0.0.1:" + socket.getLocalPort())
                    .collect(Collectors.joining(","));
            try (RegistryClient client = new RegistryClient(Map.of(RegistryClient.URL, urls))) {
                long begin = System.nanoTime();

                assertThat(reasonById(client)).isEqualTo(Reason.UNREACHABLE);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aSchemaIsFetchedOnce() throws IOException {
        try (RegistryServer server = RegistryServer.answering(200, "{\"schema\":\"\\\"string\\\"\"}");
                RegistryClient client = new RegistryClient(server.config())) {
            client.byId(7);
            client.byId(7);

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void credentialsOfConfluentsKeysAreSent() throws IOException {
        Map<String, Object> credentials = Map.of(
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "user:secret");
        try (RegistryServer server = RegistryServer.answering(200, "{\"schema\":\"\\\"string\\\"\"}")) {
            var config = new HashMap<String, Object>(credentials);
            config.put(RegistryClient.URL, List.of(server.url()));
            try (RegistryClient client = new RegistryClient(config)) {
                client.byId(1);
            }

            assertThat(server.requests()).singleElement().asString().endsWith(" Basic dXNlcjpzZWNyZXQ=");
        }
    }

    @Test
    void aWrongConfigurationIsRefusedAtOnce() {
        assertThatThrownBy(() -> new RegistryClient(Map.of())).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> new RegistryClient(Map.of(RegistryClient.URL, " , ")))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> new RegistryClient(
                        Map.of(RegistryClient.URL, "http://127.0.0.1:1", "http.read.timeout.ms", "soon")))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void incompatibilitiesAreNamed() {
        try (RegistryClient client = mock()) {
            client.register("deals-value", DealEvent.getClassSchema());
            Schema withAMust = SchemaBuilder.record("io.upswing.schemas.DealEvent")
                    .fields()
                    .requiredString("must")
                    .endRecord();

            assertThat(client.incompatibilities("deals-value", DealEvent.getClassSchema()))
                    .isEmpty();
            assertThat(client.incompatibilities("deals-value", withAMust)).isNotEmpty();
        }
    }

    private static Reason reasonById(RegistryClient client) {
        return catchThrowableOfType(RegistryException.class, () -> client.byId(1))
                .reason();
    }

    private static RegistryClient mock() {
        return new RegistryClient(Map.of(RegistryClient.URL, "mock://" + UUID.randomUUID()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
