package io.upswing.core.inprocess.model;

import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.history.Topic;
import io.upswing.core.inprocess.model.Activities.Done;
import io.upswing.core.inprocess.model.Known.Member;
import io.upswing.core.inprocess.model.Known.Post;
import io.upswing.core.rep.Assignment;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.source.SourceOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known at each close of day, computed from the whole log: all changes lie in tables, and each day is asked anew,
 * without anything carried over from the day before but which reps exist.
 */
public final class Model {
    private final Log log;
    private final Rules rules;
    private final Set<String> reps = new TreeSet<>(Set.of("unassigned"));
    private final Map<Integer, Assignment> assignments = new HashMap<>();
    private int records;

    private Model(Log log, Rules rules) {
        this.log = log;
        this.rules = rules;
    }

    /** The first day that a task of the rep stage closes: the lowest first watermark of its inputs. */
    public static int firstClose(Log log, int repPartition) {
        return Stream.concat(
                        Stream.of(Topic.REPS, Topic.QUOTAS)
                                .map(topic -> log.of(topic).get(repPartition)),
                        Stream.of(Topic.DEALS, Topic.ACTIVITIES).flatMap(topic -> log.of(topic).stream()))
                .mapToInt(Model::firstSaid)
                .min()
                .orElseThrow();
    }

    /** The first day that a task of the unit stage closes. */
    public static int firstClose(Log log) {
        int first = Integer.MAX_VALUE;
        for (int partition = 0; partition < log.partitions(); partition++) {
            first = Math.min(first, firstClose(log, partition));
        }
        return first;
    }

    private static int firstSaid(List<Log.Entry> partition) {
        for (Log.Entry entry : partition) {
            if (entry instanceof Log.Closed(int day)) {
                return day;
            }
        }
        throw new IllegalArgumentException("a partition without watermarks");
    }

    /** What is known at each close, and last what is known on the day that stays open. */
    public static SortedMap<Integer, Known> days(Log log, Rules rules) {
        Model model = new Model(log, rules);
        SortedMap<Integer, Known> days = new TreeMap<>();
        try (Database database = new Database()) {
            model.load(database);
            for (int day = firstClose(log); day <= log.lastDay() + 1; day++) {
                days.put(day, model.known(database, day));
            }
        }
        return days;
    }

    private void load(Database database) {
        database.run(Sql.TABLES);
        log.topics().forEach((topic, partitions) -> {
            for (int partition = 0; partition < partitions.size(); partition++) {
                load(database, topic, partition, partitions.get(partition));
            }
        });
        for (String rep : reps) {
            int partition = Log.partitioner(log.partitions()).applyAsInt(rep);
            database.execute("insert into rep(rep, first_close) values (?, ?)", rep, firstClose(log, partition));
        }
        database.execute(
                "insert into setting values (?, ?, ?, ?)",
                rules.horizonDays(),
                rules.currency(),
                rules.keepCredit(),
                rules.fiscalYearStart());
        database.run(Sql.LOADED);
    }

    private void load(Database database, Topic topic, int partition, List<Log.Entry> entries) {
        for (int at = 0; at < entries.size(); at++) {
            switch (entries.get(at)) {
                case Log.Closed(int day) ->
                    database.execute("insert into watermark values (?, ?, ?, ?)", topic.name(), partition, at, day);
                case Log.Written(Change change) -> {
                    int seq = records++;
                    SourceOrder order = load(new Writer(database, seq), change);
                    database.execute(
                            "insert into record values (?, ?, ?, ?, ?, ?, ?, ?, null)",
                            seq,
                            topic.name(),
                            partition,
                            at,
                            change.key(),
                            order.version(),
                            order.occurredAt(),
                            order.eventId());
                }
            }
        }
    }

    private SourceOrder load(Writer record, Change change) {
        return switch (change) {
            case Change.OfDeal deal -> {
                reps.addAll(record.deal(deal.change()));
                yield deal.order();
            }
            case Change.OfActivity activity -> {
                reps.addAll(record.activity(activity.change()));
                yield activity.order();
            }
            case Change.OfOrg(OrgChange org) -> {
                reps.add(org.rep());
                org.assignment().ifPresent(assignment -> assignments.put(record.seq(), assignment));
                record.org(org);
                yield org.order();
            }
            case Change.OfQuota(QuotaChange quota) -> {
                reps.add(quota.rep());
                record.quota(quota);
                yield quota.order();
            }
        };
    }

    private Known known(Database database, int day) {
        int firstKept =
                Math.toIntExact(LocalDate.ofEpochDay(day).minus(rules.kept()).toEpochDay() + 1);
        database.again("delete from today;\ndelete from window;\n");
        database.execute("insert into today values (?, ?)", day, firstKept);
        for (int i = 0; i < rules.windows().size(); i++) {
            int first = firstDay(rules.windows().get(i), LocalDate.ofEpochDay(day));
            database.execute("insert into window values (?, ?, ?)", i, first, day);
        }
        database.again(Sql.DAY);
        return new Known(
                day,
                firstKept,
                windows(database),
                balances(database),
                panes(database),
                moves(database),
                recency(database, day),
                members(database),
                posts(database),
                existing(database));
    }

    private int firstDay(String window, LocalDate last) {
        LocalDate first = switch (window) {
            case "mtd" -> last.withDayOfMonth(1);
            case "qtd" -> quarter(last);
            default -> last.minusDays(Integer.parseInt(window.substring(0, window.length() - 1)) - 1L);
        };
        return Math.toIntExact(first.toEpochDay());
    }

    /** Back, month by month, to one that lies whole quarters after the fiscal year's first. */
    private LocalDate quarter(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        while (Math.abs(first.getMonthValue() - rules.fiscalYearStart()) % 3 != 0) {
            first = first.minusMonths(1);
        }
        return first;
    }

    private Map<String, List<Pane>> windows(Database database) {
        Map<String, SortedMap<Integer, Pane>> found =
                panes(database, Sql.WINDOWS, Sql.WINDOW_CYCLES, Sql.WINDOW_ACTIVITIES);
        Map<String, List<Pane>> windows = new HashMap<>();
        found.forEach((subject, byNumber) -> {
            List<Pane> all = new ArrayList<>(Collections.nCopies(rules.windows().size(), Pane.EMPTY));
            byNumber.forEach(all::set);
            windows.put(subject, all);
        });
        return windows;
    }

    private static Map<String, SortedMap<Integer, Pane>> panes(Database database) {
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

    private static Map<String, Balance> balances(Database database) {
        Map<String, Balance> balances = new HashMap<>();
        database.query(Sql.BALANCES, row -> balances.put(row.getString(1), balance(row, 2)));
        return balances;
    }

    private static Map<String, SortedMap<Integer, Balance>> moves(Database database) {
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
                row.getLong(first + 4));
    }

    private Map<String, Recency> recency(Database database, int day) {
        Map<String, Recency> recency = new HashMap<>();
        database.query(Sql.LAST_ACTIVE, row -> {
            int last = row.getInt(2);
            recency.put(row.getString(1), new Recency(day - last, workingDays(last, day)));
        });
        return recency;
    }

    private int workingDays(int after, int upTo) {
        int days = 0;
        for (LocalDate date = LocalDate.ofEpochDay(upTo); date.toEpochDay() > after; date = date.minusDays(1)) {
            days += rules.workingWeek().contains(date.getDayOfWeek())
                            && !rules.holidays().contains(date)
                    ? 1
                    : 0;
        }
        return days;
    }

    private List<Post> posts(Database database) {
        List<Post> posts = new ArrayList<>();
        database.query(
                Sql.POSTS,
                row -> posts.add(new Post(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        Objects.requireNonNull(assignments.get(row.getInt(4))))));
        return posts;
    }

    private static List<Member> members(Database database) {
        List<Member> members = new ArrayList<>();
        database.query(
                Sql.MEMBERS,
                row -> members.add(new Member(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4))));
        return members;
    }

    private static Set<String> existing(Database database) {
        Set<String> existing = new HashSet<>();
        database.query(Sql.EXISTING, row -> existing.add(row.getString(1)));
        return existing;
    }
}
