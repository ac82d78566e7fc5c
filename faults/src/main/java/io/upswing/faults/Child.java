package io.upswing.faults;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small JVM of its own, which can be killed by force. */
final class Child implements AutoCloseable {
    /** Begins the line that says that the child can be used. */
    static final String READY = "READY";

    private static final String END_OF_DUMP = "JNI global refs";
    private static final Duration PATIENCE_WITH_DUMP = Duration.ofSeconds(10);
    private static final long PAUSE_MS = 20;
    private static final int LAST_WORDS = 2_000;

    private final Process process;
    private final Path log;
    /** A process that is held would not notice that its parent has gone. */
    private final Thread atExit;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a class; returns when it has said that it is ready.
     *
     * @param log where its output goes, a file that is not there yet
     */
    static Child start(Path log, Class<?> main, List<String> arguments) throws Exception {
        Files.createDirectories(log.toAbsolutePath().getParent());
        // In a file, since a class path can be longer than a command line may be.
        Path options = log.resolveSibling(log.getFileName() + ".options");
        Files.writeString(
                options,
                String.join(
                        "\n",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dslf4j.provider=" + PlainLog.class.getName(),
                        "-cp",
                        '"' + System.getProperty("java.class.path").replace("\\", "\\\\") + '"'));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + options, main.getName()));
        command.addAll(arguments);
        File output = log.toFile();
        Child child = new Child(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start(),
                log);
        try {
            Await.until(main.getSimpleName() + " to be ready", child::saidWithThreads, child::isReady);
        } catch (Exception e) {
            child.close();
            throw e;
        }
        return child;
    }

    /** For the child itself: says that it can be used, then waits until whoever started it has gone. */
    @SuppressWarnings("SystemOut") // the line is what the parent process waits for
    static void serve(String ready) throws IOException {
        System.out.println(READY + " " + ready);
        int read;
        do {
            read = System.in.read();
        } while (read >= 0);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("ended before it was ready: " + said());
        }
        return readyLine().isPresent();
    }

    private Optional<String> readyLine() {
        return lines().filter(line -> line.startsWith(READY + " ")).findFirst();
    }

    /** What it said after {@value #READY}. */
    String ready() {
        return readyLine().orElseThrow().substring(READY.length() + 1);
    }

    /** Its output so far. */
    String said() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(no output: " + e + ")";
        }
    }

    /** The end of its output. */
    String lastWords() {
        String said = said();
        return said.substring(Math.max(0, said.length() - LAST_WORDS));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its output so far, with what its threads do now, where signals can ask for it. */
    String saidWithThreads() {
        try {
            long before = dumps();
            signalling("QUIT").start();
            Instant end = Instant.now().plus(PATIENCE_WITH_DUMP);
            while (dumps() == before && process.isAlive() && Instant.now().isBefore(end)) {
                Thread.sleep(PAUSE_MS);
            }
        } catch (IOException e) {
            return said() + "\n(no threads: " + e + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return said();
    }

    /** Those that it has finished. */
    private long dumps() {
        return lines().filter(line -> line.startsWith(END_OF_DUMP)).count();
    }

    private Stream<String> lines() {
        // The last line may be half written.
        String said = said();
        return said.substring(0, said.lastIndexOf('\n') + 1).lines();
    }

    /** Holds it where it is, as SIGSTOP does. */
    void pause() throws Exception {
        signal("STOP");
    }

    /** Lets it go on where it was held. */
    void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int exit = signalling(name).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name + " " + process.pid() + " ended with " + exit);
        }
    }

    /** By the shell, which has kill built in; as a program of its own it is not on every machine. */
    private ProcessBuilder signalling(String name) {
        return new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid());
    }

    /** As kill -9 does, also if it is held. Returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This process is ending, and the hook does the same.
        }
    }

    @Override
    public void close() {
        kill();
    }
}
