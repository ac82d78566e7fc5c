package io.upswing.schemas.registry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The released versions lie in {@code released/<name>/v<version>.avsc}; once there, a file does not change. */
class SchemaCompatibilityCheckTest {
    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("released");
    /** They stand in others, and are released with them. */
    private static final Set<String> PARTS = Set.of("Author", "IssueEvidence", "PlanTerms");

    @ParameterizedTest
    @MethodSource("names")
    void theCurrentSchemaReadsAllReleasedVersions(String name) throws Exception {
        SortedMap<Integer, Schema> released = released(name);

        assertThat(released.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Math.max(1, released.size()))
                        .boxed()
                        .toList());
        assertThat(SchemaCompatibilityCheck.problems(current(name), released)).isEmpty();
    }

    @Test
    void noReleasedSchemaIsDropped() throws IOException {
        assertThat(names()).containsExactlyInAnyOrderElementsOf(listed(RELEASED));
    }

    @Test
    void aNewFieldWithoutADefaultFails() {
        SortedMap<Integer, Schema> released = new TreeMap<>();
        released.put(1, record("{\"name\": \"a\", \"type\": \"string\"}"));
        released.put(2, record("{\"name\": \"a\", \"type\": \"string\"}, {\"name\": \"b\", \"type\": \"int\"}"));
        Schema current = released.get(2);

        List<String> problems = SchemaCompatibilityCheck.problems(current, released);

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("R cannot read version 1: ")
                .contains("b");
    }

    @Test
    void aVersionBeforeTheLastCounts() {
        SortedMap<Integer, Schema> released = new TreeMap<>();
        released.put(1, record("{\"name\": \"a\", \"type\": \"string\"}"));
        released.put(2, record("{\"name\": \"b\", \"type\": \"int\"}"));

        assertThat(SchemaCompatibilityCheck.problems(record("{\"name\": \"b\", \"type\": \"int\"}"), released))
                .hasSize(1);
        assertThat(SchemaCompatibilityCheck.problems(
                        record("{\"name\": \"b\", \"type\": \"int\", \"default\": 0}"), released))
                .isEmpty();
    }

    static List<String> names() throws IOException {
        return listed(CURRENT).stream().filter(name -> !PARTS.contains(name)).toList();
    }

    private static Schema current(String name) throws ClassNotFoundException {
        return SpecificData.get().getSchema(Class.forName("io.upswing.schemas." + name));
    }

    private static List<String> listed(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString().replace(".avsc", ""))
                    .sorted()
                    .toList();
        }
    }

    private static SortedMap<Integer, Schema> released(String name) throws IOException {
        try (Stream<Path> files = Files.list(RELEASED.resolve(name))) {
            return new TreeMap<>(files.collect(toMap(
                    f -> Integer.valueOf(f.getFileName().toString().replaceAll("^v(\\d+)\\.avsc$", "$1")),
                    SchemaCompatibilityCheckTest::schema)));
        }
    }

    private static Schema schema(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + fields + "]}");
    }
}
