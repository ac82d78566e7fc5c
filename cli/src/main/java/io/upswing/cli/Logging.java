package io.upswing.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.upswing.app.config.LogFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged to standard error. A file that the system property {@value #FILE} names is used in its place. */
enum Logging {
    /** Nothing that a command does not say itself. */
    QUIET(Map.of(Logger.ROOT_LOGGER_NAME, Level.ERROR, "org.apache.kafka", Level.OFF, "kafka", Level.OFF)),
    /** What a service says of itself, and what its libraries warn of. */
    SERVICE(Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.WARN,
            "io.upswing",
            Level.INFO,
            "org.apache.kafka.streams.KafkaStreams",
            Level.INFO,
            // Warns of what is no trouble: partitions that a reader has finished with, keys that are meant for another
            // client.
            "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils",
            Level.ERROR,
            "org.apache.kafka.clients.consumer.ConsumerConfig",
            Level.ERROR,
            "org.apache.kafka.clients.producer.ProducerConfig",
            Level.ERROR,
            "org.apache.kafka.clients.admin.AdminClientConfig",
            Level.ERROR)),
    /** What helps to find out why something does not work. */
    VERBOSE(Map.of(Logger.ROOT_LOGGER_NAME, Level.INFO));

    private static final String FILE = "logback.configurationFile";

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of, which the checker can't see
    private final Map<String, Level> levels;

    Logging(Map<String, Level> levels) {
        this.levels = levels;
    }

    /** From now on, as lines of text. */
    void use() {
        if (!isLeftToAFile()) {
            LoggerContext context = context();
            context.reset();
            use(context, levels);
        }
    }

    /** Levels of loggers by their names, as lines of text. */
    static void use(LoggerContext context, Map<String, Level> levels) {
        levels.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        write(context, LogFormat.TEXT);
    }

    /** Changes the form, from now on. */
    static void in(LogFormat format) {
        if (!isLeftToAFile()) {
            write(context(), format);
        }
    }

    static boolean isLeftToAFile() {
        return System.getProperty(FILE) != null;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    static void write(LoggerContext context, LogFormat format) {
        Encoder<ILoggingEvent> encoder = switch (format) {
            case TEXT -> text();
            case JSON -> json();
        };
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(console);
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %level %logger{0} - %msg%n");
        return encoder;
    }

    /** The message as it reads, without its parts: arguments would be written as whatever they are. */
    private static Encoder<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMDC(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }
}
