package io.upswing.producers.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The sample's files. */
public final class SampleData {
    /** The name of the sample's mapping file. */
    public static final String MAPPING = "mapping.yaml";

    private static final List<String> FILES = List.of(
            "README.md",
            MAPPING,
            "accounts.csv",
            "data_dictionary.csv",
            "products.csv",
            "sales_pipeline.csv",
            "sales_teams.csv");

    private SampleData() {}

    /**
     * Writes the sample into a directory, which is made if it is not there; files of the same names are replaced.
     *
     * @return the mapping file in it
     */
    public static Path copyTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String file : FILES) {
            try (InputStream content = SampleData.class.getResourceAsStream("/sample/" + file)) {
                if (content == null) {
                    throw new FileNotFoundException("the sample's " + file + " is not on the class path");
                }
                Files.copy(content, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return directory.resolve(MAPPING);
    }
}
