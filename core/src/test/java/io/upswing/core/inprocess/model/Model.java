package io.upswing.core.inprocess.model;

import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.model.Known.Member;
import io.upswing.core.rep.Assignment;
import io.upswing.core.rep.OrgChange;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known at each close of day, computed from the whole log: all changes lie in tables, and each day is asked anew,
 * without anything carried over from the day before but which reps exist.
 */
public final class Model {
    private static final String DEALS = "deals";
    private static final String ORGS = "orgs";

    private final Log log;
    private final Rules rules;
    private final Set<String> reps = new TreeSet<>(Set.of("unassigned"));
    private int records;

    private Model(Log log, Rules rules) {
        this.log = log;
        this.rules = rules;
    }

    /** The first day that a task of the rep stage closes: the lowest first watermark of its inputs. */
    public static int firstClose(Log log, int repPartition) {
        int first = firstSaid(log.orgs().get(repPartition));
        for (List<Log.Entry> partition : log.deals()) {
            first = Math.min(first, firstSaid(partition));
        }
        return first;
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
        for (int partition = 0; partition < log.partitions(); partition++) {
            load(database, DEALS, partition, log.deals().get(partition));
            load(database, ORGS, partition, log.orgs().get(partition));
        }
        for (String rep : reps) {
            int partition = Log.partitioner(log.partitions()).applyAsInt(rep);
            database.execute("insert into rep(rep, first_close) values (?, ?)", rep, firstClose(log, partition));
        }
        database.execute(
                "insert into setting values (?, ?, ?)", rules.horizonDays(), rules.currency(), rules.keepCredit());
        database.run(Sql.LOADED);
    }

    private void load(Database database, String topic, int partition, List<Log.Entry> entries) {
        for (int at = 0; at < entries.size(); at++) {
            switch (entries.get(at)) {
                case Log.Closed(int day) ->
                    database.execute("insert into watermark values (?, ?, ?, ?)", topic, partition, at, day);
                case Log.Written(Change.OfDeal deal) -> load(database, partition, at, deal);
                case Log.Written(Change.OfOrg(OrgChange change)) -> load(database, partition, at, change);
            }
        }
    }

    private void load(Database database, int partition, int at, Change.OfDeal deal) {
        int seq = records++;
        SourceOrder order = deal.order();
        String head = "insert into deal_record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        switch (deal.change()) {
            case DealChange.Whole(DealState state) -> {
                state.owner().ifPresent(reps::add);
                database.execute(
                        head,
                        seq,
                        partition,
                        at,
                        deal.id(),
                        order.version(),
                        order.occurredAt(),
                        order.eventId(),
                        state.status().name(),
                        state.amount().isPresent() ? (Long) state.amount().getAsLong() : null,
                        orNull(state.currency()),
                        state.created().isPresent() ? (Integer) state.created().getAsInt() : null,
                        state.closed().isPresent() ? (Integer) state.closed().getAsInt() : null,
                        state.expectedClose().isPresent()
                                ? (Integer) state.expectedClose().getAsInt()
                                : null,
                        orNull(state.owner()));
                loadCredits(database, seq, state.credits());
            }
            case DealChange.Deleted ignored ->
                database.execute(
                        head,
                        seq,
                        partition,
                        at,
                        deal.id(),
                        order.version(),
                        order.occurredAt(),
                        order.eventId(),
                        "DELETED",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            default -> throw new IllegalArgumentException("not in these histories: " + deal);
        }
    }

    private void loadCredits(Database database, int seq, List<Share> credits) {
        for (int place = 0; place < credits.size(); place++) {
            Share share = credits.get(place);
            reps.add(share.rep());
            database.execute(
                    "insert into credit_record values (?, ?, ?, ?)", seq, place, share.rep(), share.basisPoints());
        }
    }

    private void load(Database database, int partition, int at, OrgChange change) {
        reps.add(change.rep());
        SourceOrder order = change.order();
        database.execute(
                "insert into org_record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                records++,
                partition,
                at,
                change.rep(),
                order.version(),
                order.occurredAt(),
                order.eventId(),
                change.effectiveFrom(),
                change.assignment().isEmpty(),
                orNull(change.assignment().flatMap(Assignment::team)),
                orNull(change.assignment().flatMap(Assignment::region)));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
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
                members(database),
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
        Map<String, SortedMap<Integer, Pane>> found = withCycles(database, Sql.WINDOWS, Sql.WINDOW_CYCLES);
        Map<String, List<Pane>> windows = new HashMap<>();
        found.forEach((subject, byNumber) -> {
            List<Pane> all = new ArrayList<>(Collections.nCopies(rules.windows().size(), Pane.EMPTY));
            byNumber.forEach(all::set);
            windows.put(subject, all);
        });
        return windows;
    }

    private static Map<String, SortedMap<Integer, Pane>> panes(Database database) {
        return withCycles(database, Sql.PANES, Sql.PANE_CYCLES);
    }

    private static Map<String, SortedMap<Integer, Pane>> withCycles(Database database, String sums, String cycles) {
        Map<String, SortedMap<Integer, Pane>> found = new HashMap<>();
        database.query(
                sums,
                row -> found.computeIfAbsent(row.getString(1), subject -> new TreeMap<>())
                        .put(row.getInt(2), pane(row)));
        Map<String, SortedMap<Integer, List<Integer>>> sorted = new HashMap<>();
        database.query(
                cycles,
                row -> sorted.computeIfAbsent(row.getString(1), subject -> new TreeMap<>())
                        .computeIfAbsent(row.getInt(2), number -> new ArrayList<>())
                        .add(row.getInt(3)));
        found.forEach((subject, panes) -> {
            SortedMap<Integer, List<Integer>> own = sorted.getOrDefault(subject, new TreeMap<>());
            panes.replaceAll((number, pane) -> pane.withCycles(own.getOrDefault(number, List.of())));
        });
        return found;
    }

    private static Pane pane(ResultSet row) throws SQLException {
        return new Pane(
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                List.of());
    }

    private static Map<String, Balance> balances(Database database) {
        Map<String, Balance> balances = new HashMap<>();
        database.query(
                Sql.BALANCES,
                row -> balances.put(row.getString(1), new Balance(row.getLong(2), row.getLong(3), row.getLong(4))));
        return balances;
    }

    private static Map<String, SortedMap<Integer, Balance>> moves(Database database) {
        Map<String, SortedMap<Integer, Balance>> moves = new HashMap<>();
        database.query(
                Sql.MOVES,
                row -> moves.computeIfAbsent(row.getString(1), rep -> new TreeMap<>())
                        .put(row.getInt(2), new Balance(row.getLong(3), row.getLong(4), row.getLong(5))));
        return moves;
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
