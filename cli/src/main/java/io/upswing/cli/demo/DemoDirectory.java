package io.upswing.cli.demo;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the demo's data: for one demo at a time, and emptied only if a demo has made it. */
final class DemoDirectory implements AutoCloseable {
    private static final String MARKER = "made-by-upswing-demo";

    private final Path root;
    private final FileChannel lock;

    private DemoDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Takes the folder {@code demo} in a directory; both are made if they are not there.
     *
     * @param keep whether what is in it stays
     */
    static DemoDirectory take(Path directory, boolean keep) {
        Path root = directory.toAbsolutePath().normalize().resolve("demo");
        try {
            Files.createDirectories(directory);
            FileChannel lock = lock(directory.resolve("demo.lock"), root);
            try {
                prepare(root, keep);
                return new DemoDirectory(root, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't use " + root + ": " + e, e);
        }
    }

    /**
     * Notes what the data are of, the first time; with what is kept, others must not be mixed.
     *
     * @throws CommandFailed if they are of something else
     */
    void mustHold(String data) {
        Path note = root.resolve("data-of");
        try {
            if (!Files.exists(note)) {
                Files.writeString(note, data);
            }
            String held = Files.readString(note);
            if (!held.equals(data)) {
                throw new CommandFailed(
                        ExitCode.CONFIG,
                        "the data in " + root + " are of " + held + ", not of " + data
                                + ": leave out --keep, or give the same --data, --mapping and --without-story");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't use " + note + ": " + e, e);
        }
    }

    Path sample() {
        return root.resolve("sample");
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path state() {
        return root.resolve("state");
    }

    Path config() {
        return root.resolve("demo.properties");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't unlock " + root, e);
        }
    }

    private static FileChannel lock(Path file, Path root) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new CommandFailed(
                    ExitCode.FAILED, "another demo runs in " + root + ": end it, or give another folder by --dir");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void prepare(Path root, boolean keep) throws IOException {
        if (Files.exists(root) && !Files.exists(root.resolve(MARKER))) {
            throw new CommandFailed(
                    ExitCode.FAILED, root + " is there already, and no demo has made it: give another folder by --dir");
        }
        if (!keep) {
            delete(root);
        }
        Files.createDirectories(root);
        if (!Files.exists(root.resolve(MARKER))) {
            Files.createFile(root.resolve(MARKER));
        }
    }

    /** The marker goes last, so that what a cut-off leaves is known as the demo's own. */
    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        Path marker = root.resolve(MARKER);
        for (Path path : paths) {
            if (!path.equals(marker) && !path.equals(root)) {
                Files.delete(path);
            }
        }
        Files.delete(marker);
        Files.delete(root);
    }
}
