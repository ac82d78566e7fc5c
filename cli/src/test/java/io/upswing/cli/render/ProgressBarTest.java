package io.upswing.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter out = new StringWriter();

    @Test
    void onATerminalTheLineIsDrawnAnew() {
        ProgressBar bar = bar(new Terminal(80, false, true));

        bar.show(0, 4, "day 0 of 4");
        bar.show(2, 4, "day 2 of 4");
        bar.show(2, 4, "day 2 of 4");
        bar.end();

        assertThat(drawn())
                .containsExactly(
                        "",
                        "Importing " + "░".repeat(28) + "   0%  day 0 of 4",
                        "Importing " + "█".repeat(14) + "░".repeat(14) + "  50%  day 2 of 4" + System.lineSeparator());
    }

    @Test
    void aShorterLineWipesTheLongerOne() {
        ProgressBar bar = bar(new Terminal(80, false, true));

        bar.show(0, 4, "a long detail");
        bar.show(4, 4, "");

        assertThat(drawn().get(2)).startsWith("Importing ").endsWith("100%" + " ".repeat(15));
    }

    @Test
    void aLineIsNoWiderThanTheTerminal() {
        ProgressBar bar = bar(new Terminal(50, false, true));

        bar.show(1, 4, "a detail that does not fit any more");

        assertThat(out.toString()).hasSizeLessThanOrEqualTo(50).endsWith("…");
    }

    @Test
    void elsewhereEachTenthIsALineOfItsOwn() {
        ProgressBar bar = bar(Terminal.none());

        for (int i = 0; i <= 1000; i++) {
            bar.show(i, 1000, "");
        }
        bar.end();

        assertThat(out.toString().lines())
                .hasSize(11)
                .startsWith("Importing   0%", "Importing  10%")
                .endsWith("Importing 100%");
    }

    @Test
    void ofNothingAllIsDone() {
        bar(Terminal.none()).show(0, 0, "");

        assertThat(out.toString()).startsWith("Importing 100%");
    }

    private List<String> drawn() {
        return List.of(out.toString().split("\r", -1));
    }

    private ProgressBar bar(Terminal terminal) {
        return new ProgressBar(new PrintWriter(out), terminal, "Importing");
    }
}
