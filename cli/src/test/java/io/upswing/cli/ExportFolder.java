package io.upswing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small export of a CRM, with its mapping. */
final class ExportFolder {
    private static final String MAPPING = """
            zone: Europe/Copenhagen
            currency: {code: EUR, minorDigits: 2}
            deals:
              file: deals.csv
              id: id
              owner: {column: owner}
              stage: {column: stage, open: [Open], won: [Won], lost: [Lost]}
              amount: amount
              created: {column: created, format: yyyy-MM-dd}
              closed: {column: closed, format: yyyy-MM-dd}
            """;

    private ExportFolder() {}

    /** Writes it, and returns the mapping file. */
    static Path write(Path folder, List<String> deals) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("deals.csv"),
                "id,owner,stage,amount,created,closed\n" + String.join("\n", deals) + "\n");
        return Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
    }
}
