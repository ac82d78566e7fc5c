package io.upswing.app.config;

import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.kpi.Window;
import io.upswing.schemas.serde.AvroSerde;
import io.upswing.schemas.topics.TopicCatalogue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All settings of Upswing's own. */
final class Keys {
    /** What one must say to let other machines read the views. */
    static final String ALLOW_REMOTE = "yes, without authentication";

    private static final String KEPT_WITH_STATE =
            " Kept with the state: a start with another value is refused, until it is set back, or the state is reset and the"
                    + " input topics are replayed.";

    static final Key<ZoneId> TIME_ZONE = Key.required(
            "time-zone",
            Type.zone(),
            "Where the organization's days begin and end. Results depend on it, so it has no default."
                    + KEPT_WITH_STATE,
            "Europe/Copenhagen");

    static final Key<Currency> REPORTING_CURRENCY = Key.required(
            "reporting-currency",
            Type.currency(),
            "The currency of all amounts, counted in its minor unit. Results depend on it, so it has no default;"
                    + " deals in another currency are shown as such and not added in."
                    + KEPT_WITH_STATE,
            "EUR");

    static final Key<Set<DayOfWeek>> WORKING_WEEK = Key.required(
            "working-week",
            Type.week(),
            "The days on which the organization works. Working days since the last activity are counted by it, so it has"
                    + " no default.",
            "mon,tue,wed,thu,fri");

    static final Key<Set<LocalDate>> HOLIDAYS = Key.required(
            "holidays",
            Type.holidays(),
            "Days on which nobody works, whatever the day of the week; `none` if there are none. List those of the next"
                    + " years in time: a change counts for all days, past ones too.",
            "2026-01-01,2026-12-25,2026-12-26");

    static final Key<Integer> FISCAL_YEAR_START = Key.optional(
            "fiscal-year.start-month",
            Type.integer(1, 12),
            "1",
            "The month in which the fiscal year begins: its quarters are those of `qtd` and of quarterly quotas."
                    + KEPT_WITH_STATE,
            "4");

    static final Key<String> TOPIC_PREFIX = Key.optional(
            "topic-prefix",
            Type.text("up to 100 letters, digits, dots, dashes and underscores", TopicSettings::isPrefix),
            TopicCatalogue.DEFAULT_PREFIX,
            "Begins the names of all topics, groups and transactional ids, so that installations can share a cluster."
                    + " May be empty.",
            "emea.upswing.");

    static final Key<Integer> PARTITIONS = Key.optional(
            "topics.partitions",
            Type.integer(1, 1_000),
            Integer.toString(TopicCatalogue.DEFAULT_PARTITIONS),
            "Partitions of the topics that `topics create` makes: the most tasks a stage can have at work. Fixed once"
                    + " made; 6 can be shared evenly among 1, 2, 3 or 6 threads.",
            "12");

    static final Key<Integer> REPLICATION_FACTOR = Key.optional(
            "topics.replication-factor",
            Type.text("-1, or a whole number from 1 to 99", text -> text.matches("-1|[1-9]\\d?"))
                    .map(Integer::parseInt),
            "-1",
            "Replicas of the topics that `topics create` and Kafka Streams make; -1 is the cluster's default. From 3 on,"
                    + " two must be in sync for a write.",
            "3");

    static final Key<CreditPolicy> CREDIT_AFTER_CLOSE = Key.optional(
            "credit.after-close",
            Type.choice(CreditPolicy.class),
            "keep",
            "Who has the credit for a closed deal that is handed over: the owner at the close (`keep`, so that a leaver's"
                    + " results stay theirs), or the present owner (`follow`)."
                    + KEPT_WITH_STATE,
            "follow");

    static final Key<Integer> STALE_AFTER_DAYS = Key.optional(
            "deals.stale-after-days",
            Type.integer(1, 3_650),
            "90",
            "A deal that has been open for longer is stale. Longer than most sales cycles." + KEPT_WITH_STATE,
            "120");

    static final Key<List<String>> WINDOWS = Key.optional(
            "windows",
            Type.windows(),
            String.join(",", Window.DEFAULT_IDS),
            "The windows of KPIs: the last days, or the month (`mtd`) or quarter (`qtd`) to date. Each costs a sum per rep"
                    + " at the close of a day, none per event.",
            "30d,90d,qtd");

    static final Key<Period> PANES_KEEP = Key.optional(
            "panes.keep",
            Type.period(),
            "P26M",
            "How long single days are kept: two years for seasonality, and two months for late corrections. Must cover the"
                    + " longest window and a quarter.",
            "P38M");

    static final Key<Integer> DATES_HORIZON = Key.optional(
            "dates.horizon",
            Type.integer(1, 36_500),
            "730",
            "Days that a date may lie ahead of the day on which it was recorded; one further ahead is a typing error, and"
                    + " goes to the dead letters.",
            "1095");

    static final Key<Integer> EVALUATION_MAX_DAYS_AHEAD = Key.optional(
            "evaluation.max-days-ahead",
            Type.integer(1, 3_650),
            "30",
            "Days that may be closed before their evaluation is done, which waits for the slowest partition. More lets"
                    + " an import run ahead, at the price of memory.",
            "60");

    static final Key<Duration> EMIT_INTERVAL = Key.optional(
            "emit-interval",
            Type.duration(Duration.ofMillis(1), Duration.ofMinutes(10)),
            "200ms",
            "The shortest time between two values of one rep or unit on `kpi.current` and `kpi.units`: at once to the eye,"
                    + " while a burst of events costs one record. The last value is always sent.",
            "1s");

    static final Key<Boolean> CLOCK_ENABLED = Key.optional(
            "clock.enabled",
            Type.flag(),
            "true",
            "Whether this instance may close days. Off while history is imported, which closes its own days. Any number of"
                    + " instances may have it on: one at a time does it.",
            "false");

    static final Key<Duration> CLOCK_GRACE = Key.optional(
            "clock.grace",
            Type.duration(Duration.ZERO, Duration.ofHours(12)),
            "15m",
            "How long a day stays open after its end. Connectors that ask the CRM every few minutes bring an evening's"
                    + " last changes in time; what comes later still counts, as known a day later. Longer keeps yesterday"
                    + " the open day for longer.",
            "1h");

    static final Key<Duration> CLOCK_INTERVAL = Key.optional(
            "clock.interval",
            Type.duration(Duration.ofMillis(100), Duration.ofHours(1)),
            "30s",
            "Between two looks at the broker's time: how exactly a day closes at its hour, for one small record each. A"
                    + " second instance takes over when three are missing.",
            "10s");

    static final Key<Path> STATE_DIR = Key.optional(
            "state-dir",
            Type.text("a path", Keys::isPath).map(Path::of),
            ".upswing/state",
            "Where state stores lie, for this instance alone. They outlive a restart there, which a temporary folder would"
                    + " not promise; lost, they are restored from the broker.",
            "/var/lib/upswing");

    static final Key<Integer> ROCKSDB_MEMORY = Key.optional(
            "rocksdb.memory-mib",
            Type.integer(32, 1_048_576),
            "256",
            "What the state stores of this process may take outside of Java's heap, in MiB, for all of them together: read"
                    + " blocks, indexes and filters, and what is written and not on disk yet. Less makes reads and writes"
                    + " go to the disk more often.",
            "1024");

    static final Key<LogFormat> LOG_FORMAT = Key.optional(
            "log.format",
            Type.choice(LogFormat.class),
            "text",
            "How `run` writes its log to standard error, from when the configuration has been read: as lines to read, or"
                    + " as JSON, an object a line. Neither has names, amounts or texts of events.",
            "json");

    static final Key<Integer> STREAM_THREADS = Key.optional(
            "stream.threads",
            Type.integer(1, 256),
            "2",
            "Threads that work on tasks. More than there are cores, or tasks (partitions times three), bring nothing.",
            "6");

    static final Key<GroupProtocol> GROUP_PROTOCOL = Key.optional(
            "group.protocol",
            Type.choice(GroupProtocol.class),
            "classic",
            "How instances share the tasks out: among themselves, or by the broker (`streams`, Kafka 4.2 and newer), which"
                    + " takes some seconds longer to start.",
            "streams");

    static final Key<String> HTTP_HOST = Key.optional(
            "http.host",
            Type.text("a host name or an address", text -> text.matches("[^\\s/\\[\\]]+")),
            "127.0.0.1",
            "Where views listen. Another address than loopback needs `http.allow-remote`.",
            "0.0.0.0");

    static final Key<Integer> HTTP_PORT = Key.optional(
            "http.port",
            Type.integer(0, 65_535),
            "7070",
            "Where views listen; a fixed port, so that dashboards find it. 0 takes a free one, which the log names.",
            "0");

    static final Key<Boolean> HTTP_ALLOW_REMOTE = Key.optional(
            "http.allow-remote",
            Type.oneOf(Map.of("no", false, ALLOW_REMOTE, true)),
            "no",
            "Views have no authentication: who can connect reads every KPI of every rep, and sends commands under any name."
                    + " To listen where other machines can connect, say so.",
            ALLOW_REMOTE);

    static final Key<Optional<HostPort>> HTTP_ADVERTISED = Key.optional(
            "http.advertised",
            Type.address(),
            "",
            "How other instances reach this one's views: they ask the instance that holds a rep. As `http.host` and"
                    + " `http.port` unless set.",
            "upswing-1.internal:7070");

    static final Key<String> SERDE_CLASS = Key.optional(
            "serde.class",
            Type.text("the name of a class", text -> text.matches("[\\w$]+(\\.[\\w$]+)*")),
            AvroSerde.class.getName(),
            "The serde of values. Another one in Confluent's wire format can take its place if it is on the class path.",
            "io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde");

    /** In the order of the reference. */
    static final List<Key<?>> ALL = List.of(
            TIME_ZONE,
            REPORTING_CURRENCY,
            WORKING_WEEK,
            HOLIDAYS,
            FISCAL_YEAR_START,
            CREDIT_AFTER_CLOSE,
            STALE_AFTER_DAYS,
            WINDOWS,
            PANES_KEEP,
            DATES_HORIZON,
            EVALUATION_MAX_DAYS_AHEAD,
            EMIT_INTERVAL,
            TOPIC_PREFIX,
            PARTITIONS,
            REPLICATION_FACTOR,
            CLOCK_ENABLED,
            CLOCK_GRACE,
            CLOCK_INTERVAL,
            HTTP_HOST,
            HTTP_PORT,
            HTTP_ALLOW_REMOTE,
            HTTP_ADVERTISED,
            STATE_DIR,
            ROCKSDB_MEMORY,
            STREAM_THREADS,
            GROUP_PROTOCOL,
            LOG_FORMAT,
            SERDE_CLASS);

    private Keys() {}

    static Optional<Key<?>> named(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
