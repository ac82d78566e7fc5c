package io.upswing.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line in a process of its own, as {@code ./upswing} starts it: for what runs until it is told to end. */
final class CommandProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MS = 20;

    private final Process process;
    private final Path out;
    private final Path err;

    private CommandProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param name of the files for its output, in a directory */
    static CommandProcess start(Path directory, String name, List<String> flags, String... args) throws IOException {
        // In a file, since a class path can be longer than a command line may be.
        Path options = Files.writeString(
                directory.resolve(name + ".options"),
                String.join(
                        "\n",
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        '"' + System.getProperty("java.class.path").replace("\\", "\\\\") + '"'));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + options,
                Main.class.getName()));
        command.addAll(Arrays.asList(args));
        command.addAll(flags);
        Path out = directory.resolve(name + ".out");
        Path err = directory.resolve(name + ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new CommandProcess(process, out, err);
    }

    /** Waits until it has said something among its messages. */
    void awaitMessage(String text) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(err, UTF_8).contains(text)) {
            check(deadline, text);
        }
    }

    /** Waits for so many lines of its result, and returns what there is. */
    List<String> awaitLines(int count) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> lines = lines();
        while (lines.size() < count) {
            check(deadline, count + " lines");
            lines = lines();
        }
        return lines;
    }

    private void check(long deadline, String wanted) throws Exception {
        assertThat(process.isAlive() && System.nanoTime() < deadline)
                .as("%s: it said %s%s", wanted, Files.readString(out, UTF_8), Files.readString(err, UTF_8))
                .isTrue();
        Thread.sleep(PAUSE_MS);
    }

    /** The lines of its result that are whole. */
    List<String> lines() throws IOException {
        String said = Files.readString(out, UTF_8);
        return said.substring(0, said.lastIndexOf('\n') + 1).lines().toList();
    }

    /** All messages so far. */
    String messages() throws IOException {
        return Files.readString(err, UTF_8);
    }

    /** Waits until it ends by itself; returns its exit code. */
    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** Tells it to end, as Ctrl-C or a supervisor does; returns its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
