package io.upswing.core.inprocess.model;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.history.Topic;
import io.upswing.core.inprocess.model.Known.Post;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.source.SourceOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** What is known at each close, and last what is known on the day that stays open. */
    public static SortedMap<Integer, Known> days(Log log, Rules rules) {
        Model model = new Model(log, rules);
        SortedMap<Integer, Known> days = new TreeMap<>();
        try (Database database = new Database()) {
            model.load(database);
            for (int day = FirstClose.ofUnitTask(log); day <= log.lastDay() + 1; day++) {
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
            database.execute(
                    "insert into rep(rep, first_close) values (?, ?)", rep, FirstClose.ofRepTask(log, partition));
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
                Answers.windows(database, rules.windows().size()),
                Answers.balances(database),
                Answers.panes(database),
                Answers.moves(database),
                recency(database, day),
                Answers.members(database),
                posts(database),
                Answers.existing(database));
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
}
