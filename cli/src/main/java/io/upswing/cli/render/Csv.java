package io.upswing.cli.render;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180). */
public final class Csv {
    private Csv() {}

    /** A line without its end; cells are quoted where they must be. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
