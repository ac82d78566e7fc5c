package io.upswing.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {
    private static final Optional<Path> SAMPLE = Optional.empty();
    private static final Optional<Path> OTHER = Optional.of(Path.of("other"));

    @Test
    void theSampleHasAStoryUnlessItIsLeftOut() {
        assertThat(settings(SAMPLE, SAMPLE, true).hasStory()).isTrue();
        assertThat(settings(SAMPLE, SAMPLE, false).hasStory()).isFalse();
    }

    @Test
    void anotherExportHasNone() {
        assertThat(settings(OTHER, SAMPLE, true).hasStory()).isFalse();
        assertThat(settings(SAMPLE, OTHER, true).hasStory()).isFalse();
    }

    private static DemoSettings settings(Optional<Path> data, Optional<Path> mapping, boolean story) {
        return new DemoSettings(Path.of("."), false, data, mapping, Optional.empty(), story, 0, 0, 0);
    }
}
