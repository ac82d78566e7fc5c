package io.upswing.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");

    /** Run with {@code -Dupswing.docs.write=true} it writes the page. */
    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("upswing.docs.write")) {
            Files.writeString(PAGE, ConfigReference.markdown());
        }

        assertThat(PAGE).hasContent(ConfigReference.markdown());
    }
}
