package io.upswing.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.utility.DockerImageName;

/** The images that {@code docker-compose.yml} names. */
final class Images {
    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");

    private Images() {}

    static DockerImageName broker() {
        return named("apache/kafka");
    }

    static DockerImageName registry() {
        return named("confluentinc/cp-schema-registry");
    }

    static DockerImageName upswing() {
        return DockerImageName.parse(
                Optional.ofNullable(System.getenv("UPSWING_IMAGE")).orElse("upswing:latest"));
    }

    private static DockerImageName named(String repository) {
        try {
            Matcher line = Pattern.compile("(?m)^ *image: (%s:\\S+)$".formatted(Pattern.quote(repository)))
                    .matcher(Files.readString(COMPOSE));
            if (!line.find()) {
                throw new IllegalStateException(COMPOSE + " names no image " + repository);
            }
            return DockerImageName.parse(line.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
