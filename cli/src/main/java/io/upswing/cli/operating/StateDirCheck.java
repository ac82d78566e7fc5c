package io.upswing.cli.operating;

import io.upswing.app.config.AppConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the state directory can be written to, and has room. */
record StateDirCheck(AppConfig config) implements Check {
    private static final long MIB = 1024L * 1024;
    // RocksDB needs room for what it compacts, beside what there is.
    private static final long LITTLE = 2048 * MIB;
    private static final long TOO_LITTLE = 128 * MIB;

    @Override
    public String what() {
        return "disk";
    }

    @Override
    public String otherwise() {
        return "set state-dir to a directory on a local disk that the app may write to";
    }

    @Override
    public List<Finding> look() {
        Path directory = config.streams().stateDir().toAbsolutePath();
        Path there = directory;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return List.of(Finding.error(what(), "state-dir " + directory + " can't be written to", otherwise()));
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String text = "state-dir " + directory + " has " + free / MIB + " MiB free";
            if (free < TOO_LITTLE) {
                return List.of(Finding.error(
                        what(), text, "df -h " + directory + " says what fills the disk; " + otherwise()));
            }
            return List.of(
                    free < LITTLE
                            ? Finding.warn(what(), text, "df -h " + directory + " says what fills the disk")
                            : Finding.ok(what(), text));
        } catch (IOException e) {
            return List.of(Finding.error(what(), "state-dir " + directory + ": " + e.getMessage(), otherwise()));
        }
    }
}
