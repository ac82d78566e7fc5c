package io.upswing.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.core.kpi.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path directory;

    @Test
    void whatIsNotSetHasItsDefault() {
        AppConfig config = Minimal.config();

        assertThat(config.zone().zone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        assertThat(config.organization().currencyDigits()).isEqualTo(2);
        assertThat(config.applicationId()).isEqualTo("upswing.app");
        assertThat(config.kpis().windows().windows()).isEqualTo(Window.defaults(1));
        assertThat(config.organization().calendar().fiscalYearStart()).isEqualTo(1);
        assertThat(config.kpis().emitInterval()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.clock()).isEqualTo(new ClockSettings(true, Duration.ofMinutes(15), Duration.ofSeconds(30)));
        assertThat(config.http().advertisedOn(7070)).hasToString("127.0.0.1:7070");
    }

    @Test
    void flagsWinOverTheEnvironmentAndTheEnvironmentOverFiles() throws IOException {
        Path base = file("base.properties", "stream.threads=3", "topics.partitions=4", "clock.grace=1h");
        Path site = file("site.properties", "topics.partitions = 8", "clock.grace=2h");
        Map<String, String> environment =
                Map.of("UPSWING_CLOCK_GRACE", "PT3H", "UPSWING_HTTP_PORT", "0", "PATH", "/bin");
        Map<String, String> flags = flags("http.port", "8080");

        AppConfig config = ConfigLoader.load(List.of(base, site), environment, flags);

        assertThat(config.streams().threads()).isEqualTo(3);
        assertThat(config.topics().partitions()).isEqualTo(8);
        assertThat(config.clock().grace()).isEqualTo(Duration.ofHours(3));
        assertThat(config.http().listen().port()).isEqualTo(8080);
    }

    @Test
    void anUnknownKeyIsNamedWithItsSourceAndTheNearestKnownOne() throws IOException {
        Path file = file("my.properties", "clock.grase=1h");
        Map<String, String> environment = Map.of("UPSWING_HTP_PORT", "80");
        Map<String, String> flags = flags("bootstrap.servers", "b:1", "scheme.registry.url", "http://r", "zzz", "1");

        List<String> problems = problems(() -> ConfigLoader.load(List.of(file), environment, flags));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "unknown key 'clock.grase' (file " + file + "): did you mean clock.grace?",
                        "unknown key 'UPSWING_HTP_PORT' (environment variable UPSWING_HTP_PORT):"
                                + " did you mean UPSWING_HTTP_PORT?",
                        "unknown key 'bootstrap.servers' (command line): did you mean kafka.bootstrap.servers?",
                        "unknown key 'scheme.registry.url' (command line): did you mean schema.registry.url?",
                        "unknown key 'zzz' (command line)");
    }

    @Test
    void aWrongValueIsNamedWithWhatWouldBeRight() {
        assertThat(problem("stream.threads", "many"))
                .isEqualTo("stream.threads is 'many' (command line), but must be a whole number from 1 to 256");
        assertThat(problem("time-zone", "Europe/Copenhagn"))
                .startsWith("time-zone is 'Europe/Copenhagn' (command line), but must be a time zone")
                .endsWith("(did you mean Europe/Copenhagen?)");
        assertThat(problem("reporting-currency", "XAU")).contains("ISO 4217");
        assertThat(problem("credit.after-close", "kept")).endsWith("must be `follow` or `keep` (did you mean keep?)");
        assertThat(problem("windows", "30d,30d")).contains("each once");
        assertThat(problem("windows", "30d,weekly")).contains("30d");
        assertThat(problem("emit-interval", "0ms")).contains("a duration such as 200ms");
        assertThat(problem("topic-prefix", "a b")).contains("letters");
        assertThat(problem("schema.registry.url", "registry:8081")).contains("must be an http or https URL");
        assertThat(problem("kafka.bootstrap.servers", "broker")).contains("host:port");
        assertThat(problem("kafka.consumer.max.poll.records", "few")).contains("Not a number");
        assertThat(problem("topics.replication-factor", "0")).contains("-1, or a whole number");
        assertThat(problem("working-week", "mon,funday")).contains("days by comma");
        assertThat(problem("working-week", "mon,mon")).contains("days by comma");
        assertThat(problem("holidays", "25.12.2026")).contains("2026-12-25");
        assertThat(problem("fiscal-year.start-month", "13")).contains("1 to 12");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Map<String, String> flags = Map.of("http.port", "x", "windows", "0d", "kafka.acks", "1");

        List<String> problems = problems(() -> ConfigLoader.load(List.of(), Map.of(), flags));

        assertThat(problems).hasSize(9);
        assertThat(problems)
                .anyMatch(problem -> problem.startsWith("time-zone is not set: a time zone"))
                .anyMatch(problem -> problem.startsWith("reporting-currency is not set: a currency"))
                .anyMatch(problem -> problem.startsWith("working-week is not set: days by comma"))
                .anyMatch(problem -> problem.startsWith("holidays is not set: `none`, or dates"))
                .anyMatch(problem -> problem.startsWith("kafka.bootstrap.servers is not set: "))
                .anyMatch(problem -> problem.startsWith("schema.registry.url is not set: "))
                .anyMatch(problem -> problem.startsWith("kafka.acks is '1'"));
    }

    @Test
    void panesMustBeKeptForTheLongestWindow() {
        assertThat(problem("panes.keep", "P6M")).startsWith("panes.keep is 'P6M': panes are kept for ");
        assertThat(Minimal.with("panes.keep", "P6M", "windows", "30d")
                        .kpis()
                        .windows()
                        .windows())
                .hasSize(1);
    }

    @Test
    void othersMayReadTheViewsOnlyIfSomeoneSaysSoInPlainWords() {
        assertThat(problem("http.host", "10.0.0.1"))
                .startsWith("http.host is '10.0.0.1', which other machines can reach")
                .contains("http.allow-remote=yes, without authentication");
        assertThat(problem("http.allow-remote", "yes")).contains("`yes, without authentication`");

        AppConfig config = Minimal.with("http.host", "10.0.0.1", "http.allow-remote", "yes, without authentication");

        assertThat(config.http().advertisedOn(7070)).hasToString("10.0.0.1:7070");
    }

    @Test
    void anAddressThatNobodyCanConnectToIsNotAdvertised() {
        String plain = "yes, without authentication";

        assertThat(problems(() -> Minimal.with("http.host", "0.0.0.0", "http.allow-remote", plain)))
                .singleElement()
                .asString()
                .startsWith("http.advertised is not set, but http.host is '0.0.0.0'");

        AppConfig config = Minimal.with(
                "http.host", "::", "http.port", "0", "http.allow-remote", plain, "http.advertised", "[fe80::1]:0");
        assertThat(config.http().advertisedOn(5001)).hasToString("[fe80::1]:5001");
    }

    @Test
    void whatWouldBreakResultsIsRefusedWithTheReason() {
        assertThat(problem("kafka.processing.guarantee", "at_least_once"))
                .contains("must be exactly_once_v2: a sum that counts a fact twice");
        assertThat(problem("kafka.application.id", "mine")).contains("can't be set: it follows from `topic-prefix`");
        assertThat(problem("kafka.consumer.auto.offset.reset", "latest")).contains("must be earliest");
        assertThat(problem("kafka.main.consumer.isolation.level", "read_uncommitted"))
                .contains("read_committed");
        assertThat(problem("kafka.producer.acks", "0")).contains("must be all");
        assertThat(problem("kafka.topic.message.timestamp.type", "CreateTime")).contains("LogAppendTime");

        assertThat(Minimal.with("kafka.acks", "-1", "kafka.processing.guarantee", "exactly_once_v2"))
                .isNotNull();
    }

    @Test
    void aKeyThatIsALetterOffOneOfKafkasIsRefusedAndAnInterceptorsIsNot() {
        assertThat(problem("kafka.consumer.max.pol.records", "5"))
                .contains("(did you mean kafka.consumer.max.poll.records?)");

        AppConfig config = Minimal.with("kafka.my.interceptor.colour", "blue");

        assertThat(config.clientConfig()).containsEntry("my.interceptor.colour", "blue");
    }

    @Test
    void keysOfTheRegistryPassThroughByFilesAndByTheEnvironment() {
        Map<String, String> environment = Map.of(
                "UPSWING_SCHEMA_REGISTRY_URL", "https://registry",
                "UPSWING_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO",
                "UPSWING_KAFKA_SASL_MECHANISM", "PLAIN");
        Map<String, String> flags = new HashMap<>(flags("auto.register.schemas", "false"));
        flags.remove("schema.registry.url");

        AppConfig config = ConfigLoader.load(List.of(), environment, flags);

        assertThat(config.registryConfig())
                .isEqualTo(Map.of(
                        "schema.registry.url", "https://registry",
                        "basic.auth.credentials.source", "USER_INFO",
                        "auto.register.schemas", "false"));
        assertThat(config.clientConfig()).containsEntry("sasl.mechanism", "PLAIN");
    }

    @Test
    void whatKubernetesAndTheLauncherSetIsNoKey() {
        Map<String, String> environment = Map.of(
                "UPSWING_SERVICE_HOST", "10.0.0.1",
                "UPSWING_SERVICE_PORT_HTTP", "80",
                "UPSWING_PORT", "tcp://10.0.0.1:80",
                "UPSWING_PORT_80_TCP_ADDR", "10.0.0.1",
                "UPSWING_JAVA_OPTS", "-Xmx1g");

        assertThat(ConfigLoader.load(List.of(), environment, Minimal.SETTINGS)).isEqualTo(Minimal.config());
    }

    @Test
    void secretsAreNotShown() {
        AppConfig config = Minimal.with("kafka.sasl.jaas.config", "hush", "basic.auth.user.info", "me:hush");
        List<String> problems = problems(() -> Minimal.with("schema.registry.url", "me:hush@registry"));

        assertThat(config.toString()).contains("kafka.sasl.jaas.config").doesNotContain("hush");
        assertThat(problems).singleElement().asString().doesNotContain("hush");
    }

    @Test
    void aKeySetTwiceInOneFileIsAnError() throws IOException {
        Path file = file("twice.properties", "http.port=1", "http.port=2");

        List<String> problems = problems(() -> ConfigLoader.load(List.of(file), Map.of(), Minimal.SETTINGS));

        assertThat(problems).singleElement().asString().startsWith("http.port is set twice (file ");
    }

    @Test
    void aMissingFileIsSaidAloneWithoutTheKeysThatMayBeInIt() {
        Path missing = directory.resolve("missing.properties");

        List<String> problems = problems(() -> ConfigLoader.load(List.of(missing), Map.of(), Map.of()));

        assertThat(problems).singleElement().asString().startsWith("file " + missing + " can't be read");
    }

    private static String problem(String key, String value) {
        List<String> problems = problems(() -> Minimal.with(key, value));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static List<String> problems(ThrowingCallable load) {
        return catchThrowableOfType(ConfigurationException.class, load).problems();
    }

    private static Map<String, String> flags(String... keysAndValues) {
        Map<String, String> flags = new HashMap<>(Minimal.SETTINGS);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            flags.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return flags;
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }
}
