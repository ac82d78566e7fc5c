package io.upswing.cli.importing;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an export lies.
 *
 * @param mapping the mapping file
 * @param data the folder of the CSV files; if empty, the mapping's own
 */
public record ImportFiles(Path mapping, Optional<Path> data) {
    /** The folder of the CSV files. */
    public Path folder() {
        return data.orElseGet(() -> mapping.toAbsolutePath().getParent());
    }
}
