package io.upswing.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page shows an example that the build compiles, and {@link PublisherBrokerTest} runs. */
class PublishingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "publishing.md");
    private static final Path SOURCE = Path.of("src/test/java/io/upswing/producers/publish/PublishingExample.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern MARKED =
            Pattern.compile(" +// example:begin\n(.*?) +// example:end\n", Pattern.DOTALL);

    /** Run with {@code -Dupswing.docs.write=true} it writes the page. */
    @Test
    void thePageShowsTheExampleThatTheBuildCompiles() throws IOException {
        String example = found(MARKED, Files.readString(SOURCE)).stripTrailing().stripIndent() + "\n";
        String page = Files.readString(PAGE);

        if (Boolean.getBoolean("upswing.docs.write")) {
            page = page.replace("```java\n" + found(BLOCK, page) + "```\n", "```java\n" + example + "```\n");
            Files.writeString(PAGE, page);
        }

        assertThat(found(BLOCK, page)).isEqualTo(example);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
