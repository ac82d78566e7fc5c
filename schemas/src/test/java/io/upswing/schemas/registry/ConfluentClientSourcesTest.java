package io.upswing.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The source of the profile 'confluent', which is rarely compiled, beside the one that always is. */
class ConfluentClientSourcesTest {
    private static final String CLASS = "java/io/upswing/schemas/registry/ConfluentClient.java";

    @Test
    void bothDifferInTheirImportsOnly() throws IOException {
        List<String> flink = Files.readAllLines(Path.of("src/registry-flink", CLASS));
        List<String> confluent = Files.readAllLines(Path.of("src/registry-confluent", CLASS));

        assertThat(withoutImports(confluent)).isEqualTo(withoutImports(flink));
        assertThat(imports(confluent)).isEqualTo(imports(flink));
    }

    private static List<String> withoutImports(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("import ")).toList();
    }

    /** Under their names before Flink's build moved them. */
    private static Set<String> imports(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("import "))
                .map(line ->
                        line.replaceFirst(" org\\.apache\\.flink\\.avro\\.(registry\\.confluent\\.)?shaded\\.", " "))
                .collect(Collectors.toSet());
    }
}
