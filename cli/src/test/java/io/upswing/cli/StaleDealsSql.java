package io.upswing.cli;

import io.upswing.core.issues.Rule;
import io.upswing.core.issues.StaleDeals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * On which days reps of the sample get, and lose, an issue for stale deals: by SQL over the rows of its file as they stand
 * there. Of Upswing it takes the rule's numbers, and nothing that computes.
 */
final class StaleDealsSql implements AutoCloseable {
    /** The columns of the file: id, agent, stage, engage date, close date. */
    private static final List<Integer> COLUMNS = List.of(0, 1, 4, 5, 6);

    /** For each rep and day how many deals are open at its end, and for how many of them that has been so for too long. */
    private static final String COUNTS = """
            create table counts as
            with recursive day(day) as (
                select :first union all select date(day, '+1 day') from day where day < :last)
            select r.rep, day.day,
                count(d.id) as open,
                coalesce(sum(julianday(day.day) - julianday(d.created) > :staleAfter), 0) as stale
            from (select distinct rep from deal) r cross join day
            left join deal d on d.rep = r.rep and d.created <> '' and d.created <= day.day
                and not (d.stage in ('Won', 'Lost') and d.closed <= day.day)
            group by r.rep, day.day
            """;

    /** Day by day: closes in a row in breach and clear, and whether an issue is open after it. */
    private static final String ISSUES = """
            with recursive verdict as (
                select rep, day,
                    stale >= :count and stale >= :share * open as breach,
                    stale < :count or stale < :clear * open as clear
                from counts),
            story(rep, day, breaches, clears, issue, told) as (
                select rep, date(:first, '-1 day'), 0, 0, 0, null from (select distinct rep from deal)
                union all
                select v.rep, v.day,
                    iif(v.breach, s.breaches + 1, 0) * (not (s.issue and v.clear and s.clears + 1 >= :hold)),
                    iif(v.clear, s.clears + 1, 0) * (not (s.issue and v.clear and s.clears + 1 >= :hold)),
                    case when s.issue then not (v.clear and s.clears + 1 >= :hold)
                        else v.breach and s.breaches + 1 >= :raise end,
                    case when s.issue and v.clear and s.clears + 1 >= :hold then 'resolved'
                        when not s.issue and v.breach and s.breaches + 1 >= :raise then 'raised' end
                from story s join verdict v on v.rep = s.rep and v.day = date(s.day, '+1 day'))
            select rep, day, told from story where told is not null order by rep, day
            """;

    private final Connection connection;

    /** Reads the file. */
    StaleDealsSql(Path deals) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table deal(id primary key, rep, stage, created, closed)");
            statement.execute("create index by_rep on deal(rep, created)");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into deal values (?, ?, ?, ?, ?)")) {
            List<String> lines = Files.readAllLines(deals);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                for (int i = 0; i < COLUMNS.size(); i++) {
                    insert.setString(i + 1, cells[COLUMNS.get(i)]);
                }
                insert.executeUpdate();
            }
        }
    }

    /**
     * What becomes of issues, as {@code rep, day, raised|resolved}, by rep and day.
     *
     * @param staleAfter days for which a deal is open until it is stale
     */
    List<String> issues(Rule rule, int staleAfter, LocalDate last) throws SQLException {
        StaleDeals form = (StaleDeals) rule.form();
        List<String> issues = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            String first = text(statement, "select min(created) from deal where created <> ''");
            statement.execute("drop table if exists counts");
            statement.execute(COUNTS.replace(":first", quoted(first))
                    .replace(":last", quoted(last.toString()))
                    .replace(":staleAfter", Integer.toString(staleAfter)));
            statement.execute("create index by_rep_and_day on counts(rep, day)");
            String sql = ISSUES.replace(":first", quoted(first))
                    .replace(":count", Integer.toString(form.count()))
                    .replace(":share", Double.toString(form.share()))
                    .replace(":clear", Double.toString(form.clear()))
                    .replace(":raise", Integer.toString(rule.hold().raise()))
                    .replace(":hold", Integer.toString(rule.hold().clear()));
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    issues.add(row.getString("rep") + ", " + row.getString("day") + ", " + row.getString("told"));
                }
            }
        }
        return issues;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
