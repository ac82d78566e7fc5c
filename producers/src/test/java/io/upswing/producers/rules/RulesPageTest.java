package io.upswing.producers.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about rules against what they are. */
class RulesPageTest {
    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final RuleFiles FILES = new RuleFiles(Units.USUAL, new CelConditions());

    @Test
    void itsExamplesAreRight() throws IOException {
        List<String> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(FILES.read("docs/rules.md", example.getBytes(UTF_8))
                                .problems())
                        .isEmpty());
    }

    @Test
    void itNamesEveryDefaultRule() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(FILES.defaults().rules()).allSatisfy(rule -> assertThat(page).contains("| `" + rule.id() + "` |"));
    }
}
