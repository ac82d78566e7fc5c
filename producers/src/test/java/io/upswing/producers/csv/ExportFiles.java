package io.upswing.producers.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A small export in a directory: a mapping, reps and deals, each as a test wants them. */
final class ExportFiles {
    static final String MAPPING = """
            source: test-crm
            zone: Europe/Copenhagen
            currency: {code: USD, minorDigits: 2}
            ids: {key: a-key-for-tests}
            reps:
              file: reps.csv
              id: {derive: keyed-hash, of: [agent], name: agent}
              team: {derive: keyed-hash, of: [manager], name: manager}
              region: {derive: keyed-hash, of: [office], name: office}
            deals:
              file: deals.csv
              id: id
              owner: {derive: keyed-hash, of: [agent]}
              stage: {column: stage, open: [Engaging], won: [Won], lost: [Lost]}
              amount: value
              created: {column: engaged, format: yyyy-MM-dd}
              closed: {column: closed, format: yyyy-MM-dd}
            """;

    static final String DEAL_HEADER = "id,agent,stage,engaged,closed,value\n";

    private final Path directory;
    private String mapping = MAPPING;
    private String reps = "agent,manager,office\nAnna,Bo,North\n";
    private String deals = DEAL_HEADER;
    private final Map<String, String> others = new HashMap<>();
    private Charset encoding = StandardCharsets.UTF_8;
    private String mark = "";

    private ExportFiles(Path directory) {
        this.directory = directory;
    }

    static ExportFiles in(Path directory) {
        return new ExportFiles(directory);
    }

    ExportFiles mapping(String text) {
        mapping = text;
        return this;
    }

    /** The mapping with one text in it replaced, which must be there. */
    ExportFiles mappingWith(String old, String replacement) {
        if (!mapping.contains(old)) {
            throw new IllegalArgumentException("the mapping has no " + old);
        }
        return mapping(mapping.replace(old, replacement));
    }

    ExportFiles reps(String csv) {
        reps = csv;
        return this;
    }

    ExportFiles dealFile(String csv) {
        deals = csv;
        return this;
    }

    ExportFiles deals(String... rows) {
        deals = DEAL_HEADER + String.join("\n", rows) + "\n";
        return this;
    }

    /** One more file, under its name. */
    ExportFiles file(String name, String csv) {
        others.put(name, csv);
        return this;
    }

    ExportFiles withByteOrderMark() {
        mark = "\uFEFF";
        return this;
    }

    ExportFiles encodedIn(Charset charset) {
        encoding = charset;
        return this;
    }

    Mapping loadMapping() {
        write();
        return Mapping.load(directory.resolve("mapping.yaml"));
    }

    Export read() {
        return Export.read(loadMapping(), directory);
    }

    private void write() {
        try {
            Files.writeString(directory.resolve("mapping.yaml"), mapping);
            write("reps.csv", reps);
            write("deals.csv", deals);
            for (Map.Entry<String, String> other : others.entrySet()) {
                write(other.getKey(), other.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String csv) throws IOException {
        Files.write(directory.resolve(name), (mark + csv).getBytes(encoding));
    }
}
