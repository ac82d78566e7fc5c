package io.upswing.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of an export of KPIs by their titles. */
final class ExportRows {
    private ExportRows() {}

    static Map<String, Map<String, String>> exported(List<String> export, String day, String window) {
        Map<String, Map<String, String>> byName = new LinkedHashMap<>();
        rows(export).stream()
                .filter(row ->
                        cell(row, "day").equals(day) && cell(row, "window").equals(window))
                .forEach(row -> byName.put(who(cell(row, "level"), cell(row, "name")), row));
        return byName;
    }

    static String who(String level, String name) {
        return level.equals("company") ? level : level + " " + name;
    }

    static List<Map<String, String>> rows(List<String> lines) {
        List<String> titles = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < titles.size(); i++) {
                row.put(titles.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** None of the names has a comma or a quote. */
    static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    static String cell(Map<String, String> row, String title) {
        return row.getOrDefault(title, "(no column " + title + ")");
    }
}
