package io.upswing.cli.importing;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Folders;
import io.upswing.producers.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sample in a temporary folder, which goes when it is closed. */
public final class SampleFolder implements AutoCloseable {
    private final Path folder;
    private final Path mapping;

    private SampleFolder(Path folder, Path mapping) {
        this.folder = folder;
        this.mapping = mapping;
    }

    /** Writes it. */
    public static SampleFolder write() {
        try {
            Path folder = Files.createTempDirectory("upswing-sample");
            return new SampleFolder(folder, SampleData.copyTo(folder));
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.IO, "can't write the sample to a temporary folder: " + e, e);
        }
    }

    /** The sample as an export. */
    public ImportFiles files() {
        return new ImportFiles(mapping, Optional.empty());
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.IO, "can't remove " + folder + ": " + e, e);
        }
    }
}
