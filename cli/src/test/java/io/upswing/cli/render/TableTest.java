package io.upswing.cli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table(
                    List.of(Column.text("Name", 0), Column.number("Won", 1), Column.number("Revenue", 0)))
            .row(List.of("Anna Snelling", "26", "36,454"))
            .rule()
            .row(List.of("Zoë", "1", "9"));

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(table.render(80))
                .containsExactly(
                        "Name           Won  Revenue",
                        "───────────────────────────",
                        "Anna Snelling   26   36,454",
                        "───────────────────────────",
                        "Zoë              1        9");
    }

    @Test
    void inANarrowTerminalLessNeededColumnsAreLeftOut() {
        assertThat(table.render(26))
                .containsExactly(
                        "Name           Revenue",
                        "──────────────────────",
                        "Anna Snelling   36,454",
                        "──────────────────────",
                        "Zoë                  9");
    }

    @Test
    void thenTheFirstColumnIsShortened() {
        assertThat(table.render(18))
                .containsExactly(
                        "Name       Revenue",
                        "──────────────────",
                        "Anna Sne…   36,454",
                        "──────────────────",
                        "Zoë              9");
    }

    @Test
    void aHeadingStandsOverTheWholeWidth() {
        table.heading("Those without a team, and more words than fit");

        assertThat(table.render(30)).last().isEqualTo("Those without a team, and mor…");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> table.row(List.of("one"))).hasMessage("1 cells for 3 columns");
    }
}
