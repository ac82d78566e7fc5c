package io.upswing.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller in one, inside this JVM; for development and tests. Topics, offsets and
 * transactions outlive both {@link #close()} and a forced end of the process, as long as the directory is kept.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String META_PROPERTIES = "meta.properties";

    private static final String TRANSACTION_VERSION = "transaction.version";
    /**
     * Not the second version of the protocol: with it, on Kafka 4.3.1, an app that was started again after both were killed by
     * force now and then waited for ever for the committed end of its changelogs.
     */
    private static final short CLASSIC_TRANSACTIONS = 1;

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a node and returns when clients can use it.
     *
     * @throws UncheckedIOException when the directory can't be made or formatted
     * @throws IllegalStateException when another node uses the directory, or the port is taken
     * @throws RuntimeException whatever Kafka throws when it refuses to start
     */
    public static EmbeddedKafka start(KafkaOptions options) {
        createDirectory(options.directory());
        DirectoryLock lock = DirectoryLock.take(options.directory());
        try {
            format(options);
            return start(options, lock);
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedKafka start(KafkaOptions options, DirectoryLock lock) {
        List<Integer> free = Ports.free(3);
        int port = options.port() == Ports.ANY ? free.get(0) : Ports.requireFree(options.port());
        KafkaConfig config = new KafkaConfig(NodeConfig.of(options, port, free.get(1), free.get(2)), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (Throwable e) { // Scala throws checked exceptions undeclared
            server.shutdown();
            throw e;
        }
        return new EmbeddedKafka(lock, server, port);
    }

    /** Where clients connect: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    /** The broker's port, for a later start in the same place. */
    public int port() {
        return port;
    }

    /** Stops the node in good order and returns when it has stopped. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    /**
     * Runs a node in a process of its own until it is told to end; prints {@code READY} and the address.
     *
     * @param args the directory, then optionally the port (0 or none: a free one)
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("usage: EmbeddedKafka DIRECTORY [PORT]");
        }
        int port = args.length > 1 ? Integer.parseInt(args[1]) : Ports.ANY;
        EmbeddedKafka kafka = start(KafkaOptions.in(Path.of(args[0])).onPort(port));
        Foreground.run("READY bootstrap.servers=" + kafka.bootstrapServers(), kafka);
    }

    private static void createDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make " + directory, e);
        }
    }

    private static void format(KafkaOptions options) {
        Path directory = options.directory();
        if (Files.exists(directory.resolve(META_PROPERTIES))) {
            return;
        }
        try {
            List<String> users =
                    options.security().map(KafkaSecurity::scramArguments).orElse(List.of());
            formatNew(directory.toString(), users);
        } catch (IOException e) {
            throw new UncheckedIOException("could not format " + directory, e);
        }
    }

    private static void formatNew(String directory, List<String> scramArguments) throws IOException {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Formatter formatter = new Formatter()
                .setPrintStream(silent)
                .setNodeId(NodeConfig.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(directory))
                .setMetadataLogDirectory(directory)
                .setControllerListenerName(NodeConfig.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setScramArguments(scramArguments)
                .setFeatureLevel(TRANSACTION_VERSION, CLASSIC_TRANSACTIONS);
        try {
            formatter.run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Kafka's formatter failed", e);
        }
    }
}
