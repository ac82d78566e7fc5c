package io.upswing.cli.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A table in plain text, as wide as its cells need; where that is too wide, less needed columns are left out. */
public final class Table {
    private static final String GAP = "  ";
    private static final int SHORTEST = 8;

    private final List<Column> columns;
    private final List<Line> lines = new ArrayList<>();

    private sealed interface Line {}

    private record Cells(List<String> texts) implements Line {}

    private record Heading(String text) implements Line {}

    private record Rule() implements Line {}

    /** @param columns from left to right */
    public Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row with a text for each column. */
    public Table row(List<String> texts) {
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException(texts.size() + " cells for " + columns.size() + " columns");
        }
        lines.add(new Cells(List.copyOf(texts)));
        return this;
    }

    /** Adds a line over the whole width that says what the following rows have in common. */
    public Table heading(String text) {
        lines.add(new Heading(text));
        return this;
    }

    /** Adds a rule. */
    public Table rule() {
        lines.add(new Rule());
        return this;
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return lines.stream().noneMatch(Cells.class::isInstance);
    }

    /**
     * The lines, without blanks at their ends.
     *
     * @param width the most characters of a line; the first column is shortened if leaving out others is not enough
     */
    public List<String> render(int width) {
        List<Integer> shown =
                new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        while (width(shown) > width && leaveOneOut(shown)) {
            // One after the other, the least needed first.
        }
        int[] widths = shown.stream().mapToInt(this::width).toArray();
        int tooMuch = width(shown) - width;
        if (tooMuch > 0) {
            widths[0] = Math.max(SHORTEST, widths[0] - tooMuch);
        }
        List<String> texts = new ArrayList<>();
        texts.add(cells(columns.stream().map(Column::title).toList(), shown, widths));
        String rule = "─".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1));
        texts.add(rule);
        for (Line line : lines) {
            texts.add(
                    switch (line) {
                        case Cells row -> cells(row.texts(), shown, widths);
                        case Heading heading -> Text.shortened(heading.text(), width);
                        case Rule unused -> rule;
                    });
        }
        return texts;
    }

    private boolean leaveOneOut(List<Integer> shown) {
        Optional<Integer> least = shown.stream()
                .filter(index -> columns.get(index).need() > 0)
                .max(Comparator.comparingInt(
                                (Integer index) -> columns.get(index).need())
                        .thenComparing(Comparator.naturalOrder()));
        least.ifPresent(shown::remove);
        return least.isPresent();
    }

    private int width(List<Integer> shown) {
        return shown.stream().mapToInt(this::width).sum() + GAP.length() * (shown.size() - 1);
    }

    private int width(int column) {
        return Math.max(
                Text.width(columns.get(column).title()),
                lines.stream()
                        .mapToInt(line -> line instanceof Cells row
                                ? Text.width(row.texts().get(column))
                                : 0)
                        .max()
                        .orElse(0));
    }

    private String cells(List<String> texts, List<Integer> shown, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String text = Text.shortened(texts.get(shown.get(i)), widths[i]);
            cells.add(
                    columns.get(shown.get(i)).align() == Column.Align.LEFT
                            ? Text.left(text, widths[i])
                            : Text.right(text, widths[i]));
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
