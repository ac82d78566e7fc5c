package io.upswing.core.inprocess.model;

import io.upswing.core.inprocess.model.Activities.Done;
import io.upswing.core.inprocess.model.Known.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the database answers for one day. */
final class Answers {
    private Answers() {}

    static Map<String, List<Pane>> windows(Database database, int number) {
        Map<String, SortedMap<Integer, Pane>> found =
                panes(database, Sql.WINDOWS, Sql.WINDOW_CYCLES, Sql.WINDOW_ACTIVITIES);
        Map<String, List<Pane>> windows = new HashMap<>();
        found.forEach((subject, byPlace) -> {
            List<Pane> all = new ArrayList<>(Collections.nCopies(number, Pane.EMPTY));
            byPlace.forEach(all::set);
            windows.put(subject, all);
        });
        return windows;
    }

    static Map<String, SortedMap<Integer, Pane>> panes(Database database) {
        return panes(database, Sql.PANES, Sql.PANE_CYCLES, Sql.PANE_ACTIVITIES);
    }

    /** Panes of a day each, or windows by number. */
    private static Map<String, SortedMap<Integer, Pane>> panes(
            Database database, String sums, String cycles, String activities) {
        Map<String, SortedMap<Integer, List<Long>>> days = grouped(database, cycles, row -> row.getLong(3));
        Map<String, SortedMap<Integer, List<Done>>> done = grouped(
                database,
                activities,
                row -> new Done(
                        row.getString(3), row.getString(4), row.getObject(5) == null ? null : (Long) row.getLong(5)));
        Map<String, SortedMap<Integer, Pane>> found = new HashMap<>();
        database.query(sums, row -> {
            String subject = row.getString(1);
            int number = row.getInt(2);
            Pane pane = pane(row)
                    .with(
                            days.getOrDefault(subject, new TreeMap<>()).getOrDefault(number, List.of()),
                            Activities.of(
                                    done.getOrDefault(subject, new TreeMap<>()).getOrDefault(number, List.of())));
            found.computeIfAbsent(subject, s -> new TreeMap<>()).put(number, pane);
        });
        return found;
    }

    @FunctionalInterface
    private interface Cell<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<String, SortedMap<Integer, List<T>>> grouped(Database database, String sql, Cell<T> cell) {
        Map<String, SortedMap<Integer, List<T>>> groups = new HashMap<>();
        database.query(
                sql,
                row -> groups.computeIfAbsent(row.getString(1), subject -> new TreeMap<>())
                        .computeIfAbsent(row.getInt(2), number -> new ArrayList<>())
                        .add(cell.of(row)));
        return groups;
    }

    private static Pane pane(ResultSet row) throws SQLException {
        return new Pane(
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                List.of(),
                Activities.NONE);
    }

    static Map<String, Balance> balances(Database database) {
        Map<String, Balance> balances = new HashMap<>();
        database.query(Sql.BALANCES, row -> balances.put(row.getString(1), balance(row, 2)));
        return balances;
    }

    static Map<String, SortedMap<Integer, Balance>> moves(Database database) {
        Map<String, SortedMap<Integer, Balance>> moves = new HashMap<>();
        database.query(
                Sql.MOVES,
                row -> moves.computeIfAbsent(row.getString(1), rep -> new TreeMap<>())
                        .put(row.getInt(2), balance(row, 3)));
        return moves;
    }

    private static Balance balance(ResultSet row, int first) throws SQLException {
        return new Balance(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5));
    }

    static List<Member> members(Database database) {
        List<Member> members = new ArrayList<>();
        database.query(
                Sql.MEMBERS,
                row -> members.add(new Member(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4))));
        return members;
    }

    static Set<String> existing(Database database) {
        Set<String> existing = new HashSet<>();
        database.query(Sql.EXISTING, row -> existing.add(row.getString(1)));
        return existing;
    }
}
