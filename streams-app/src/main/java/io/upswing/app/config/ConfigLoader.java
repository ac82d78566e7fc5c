package io.upswing.app.config;

import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.source.Bounds;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns files, environment and flags into an {@link AppConfig}. */
public final class ConfigLoader {
    private static final String BOOTSTRAP_SERVERS = KafkaKeys.PREFIX + "bootstrap.servers";
    private static final Pattern SECRET = Pattern.compile("password|secret|jaas|user\\.info|token|ssl\\..*key");

    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Set<String> problems = new TreeSet<>();

    private ConfigLoader() {}

    /**
     * Reads and checks everything before anything starts. Of a key set several times the last counts, in the order of the
     * parameters.
     *
     * @param files Java properties in UTF-8
     * @param environment all variables; those that begin with {@code UPSWING_} count
     * @param flags keys and values as in a file
     * @throws ConfigurationException with all that is wrong
     */
    public static AppConfig load(List<Path> files, Map<String, String> environment, Map<String, String> flags) {
        ConfigLoader loader = new ConfigLoader();
        files.forEach(file -> loader.take(ConfigFile.settings(file, loader.problems::add)));
        loader.take(Environment.settings(environment));
        loader.take(flags.entrySet().stream()
                .map(flag -> new Setting(flag.getKey(), flag.getValue(), "command line"))
                .toList());
        return loader.config();
    }

    private void take(List<Setting> more) {
        for (Setting setting : more) {
            String key = setting.key();
            if (Keys.named(key).isPresent() || key.startsWith(KafkaKeys.PREFIX) || RegistryKeys.has(key)) {
                settings.put(key, new Setting(key, setting.value().strip(), setting.source()));
            } else {
                problems.add("unknown key '" + key + "' (" + setting.source() + ")"
                        + meant(key).map(near -> ": did you mean " + near + "?").orElse(""));
            }
        }
    }

    private AppConfig config() {
        Values values = new Values(settings, problems);
        Map<String, String> kafka = kafka();
        Map<String, String> registry = registry();
        require(BOOTSTRAP_SERVERS, "the brokers as host:port, several by comma,");
        require(RegistryKeys.URL, "the schema registry's URL");
        Optional<Organization> organization = values.section(() -> new Organization(
                new OrganizationZone(values.of(Keys.TIME_ZONE)),
                values.of(Keys.REPORTING_CURRENCY),
                new WorkingCalendar(
                        values.of(Keys.WORKING_WEEK), values.of(Keys.HOLIDAYS), values.of(Keys.FISCAL_YEAR_START))));
        Optional<TopicSettings> topics = values.section(() -> new TopicSettings(
                values.of(Keys.TOPIC_PREFIX),
                values.of(Keys.PARTITIONS),
                values.of(Keys.REPLICATION_FACTOR).shortValue()));
        Optional<KpiSettings> kpis =
                organization.flatMap(known -> values.section(() -> kpis(values, known.calendar())));
        Optional<ClockSettings> clock = values.section(() -> new ClockSettings(
                values.of(Keys.CLOCK_ENABLED), values.of(Keys.CLOCK_GRACE), values.of(Keys.CLOCK_INTERVAL)));
        Optional<HttpSettings> http = values.section(() -> new HttpSettings(
                new HostPort(values.of(Keys.HTTP_HOST), values.of(Keys.HTTP_PORT)),
                values.of(Keys.HTTP_ALLOW_REMOTE),
                values.of(Keys.HTTP_ADVERTISED)));
        Optional<StreamSettings> streams = values.section(() -> new StreamSettings(
                values.of(Keys.STATE_DIR),
                values.of(Keys.ROCKSDB_MEMORY),
                values.of(Keys.STREAM_THREADS),
                values.of(Keys.GROUP_PROTOCOL)));
        Optional<ClientSettings> clients =
                values.section(() -> new ClientSettings(kafka, registry, values.of(Keys.SERDE_CLASS)));
        Optional<LogFormat> log = values.section(() -> values.of(Keys.LOG_FORMAT));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(List.copyOf(problems));
        }
        return new AppConfig(
                organization.orElseThrow(),
                topics.orElseThrow(),
                kpis.orElseThrow(),
                clock.orElseThrow(),
                http.orElseThrow(),
                streams.orElseThrow(),
                clients.orElseThrow(),
                log.orElseThrow());
    }

    private static KpiSettings kpis(Values values, WorkingCalendar calendar) {
        Retention retention = new Retention(values.of(Keys.PANES_KEEP));
        List<Window> windows = values.of(Keys.WINDOWS).stream()
                .map(id -> Window.parse(id, calendar.fiscalYearStart()))
                .toList();
        return new KpiSettings(
                values.of(Keys.CREDIT_AFTER_CLOSE),
                values.of(Keys.STALE_AFTER_DAYS),
                covered(windows, retention, calendar),
                new Bounds(values.of(Keys.DATES_HORIZON)),
                values.of(Keys.EVALUATION_MAX_DAYS_AHEAD),
                values.of(Keys.EMIT_INTERVAL));
    }

    private static WindowSettings covered(List<Window> windows, Retention retention, WorkingCalendar calendar) {
        try {
            return new WindowSettings(windows, retention, calendar);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Keys.PANES_KEEP.name() + " is '" + retention.kept() + "': " + e.getMessage(), e);
        }
    }

    private Map<String, String> kafka() {
        Map<String, String> kafka = new HashMap<>();
        settings.forEach((key, setting) -> {
            if (key.startsWith(KafkaKeys.PREFIX)) {
                String name = key.substring(KafkaKeys.PREFIX.length());
                kafka.put(name, setting.value());
                report(setting, KafkaRules.problem(name, setting.value()));
            }
        });
        return kafka;
    }

    private Map<String, String> registry() {
        Map<String, String> registry = new HashMap<>();
        settings.forEach((key, setting) -> {
            if (RegistryKeys.has(key)) {
                registry.put(key, setting.value());
                report(setting, RegistryKeys.problem(key, setting.value()));
            }
        });
        return registry;
    }

    private void report(Setting setting, Optional<String> problem) {
        problem.ifPresent(text ->
                problems.add(setting.key() + " is '" + shown(setting) + "' (" + setting.source() + "), but " + text));
    }

    private void require(String key, String what) {
        if (!settings.containsKey(key)) {
            problems.add(key + " is not set: " + what + " is needed");
        }
    }

    private static String shown(Setting setting) {
        boolean secret = SECRET.matcher(setting.key()).find() || setting.value().contains("@");
        return secret ? "(not shown)" : setting.value();
    }

    /** What someone may have meant by an unknown key, written in the same form. */
    private static Optional<String> meant(String key) {
        if (key.startsWith(Environment.PREFIX)) {
            return Nearest.to(key, known().stream().map(Environment::variable).toList());
        }
        return KafkaKeys.isKnown(key) ? Optional.of(KafkaKeys.PREFIX + key) : Nearest.to(key, known());
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(RegistryKeys.NAMES);
        Keys.ALL.forEach(key -> known.add(key.name()));
        known.add(BOOTSTRAP_SERVERS);
        return known;
    }
}
