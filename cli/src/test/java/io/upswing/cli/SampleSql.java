package io.upswing.cli;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The KPIs of the sample's files by SQL over their rows as they stand there, without anything of Upswing. */
final class SampleSql implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "create table first(id primary key, rep, stage, created, closed, value)",
            "create table second(id primary key, rep, stage, created, closed, value)",
            "create table first_team(rep primary key, team, region)",
            "create table second_team(rep primary key, team, region)");

    /** Missing rows stay as they were; a closed deal's credit stays where it was when the deal was closed, if it is kept. */
    private static final String STANDING = """
            create temp table deal as
                select id, stage, created, closed, cast(round(value * 100) as integer) as minor,
                    case when :keep and s.stage in ('Won', 'Lost') and s.stage = (select f.stage from first f where f.id = s.id)
                        then (select f.rep from first f where f.id = s.id) else rep end as rep
                    from second s
                union all select id, stage, created, closed, cast(round(value * 100) as integer), rep from first
                    where :missing and id not in (select id from second)
            """;

    private static final String MEMBERS = """
            create temp table member as
                select rep, 'rep ' || rep as unit, '0000' as since, '9999' as until from first_team
                union all select rep, 'company', '0000', '9999' from first_team
                union all select rep, 'team ' || team, '0000', :moved from first_team
                union all select rep, 'team ' || team, :moved, '9999' from second_team
                union all select rep, 'region ' || region, '0000', :moved from first_team
                union all select rep, 'region ' || region, :moved, '9999' from second_team
            """;

    private static final String KPIS = """
            with happened as (
                select rep, created as day, 1 as created, 0 as won, 0 as lost, 0 as minor, null as cycle
                    from deal where created <> ''
                union all select rep, closed, 0, stage = 'Won', stage = 'Lost', iif(stage = 'Won', minor, 0),
                    iif(stage = 'Won' and created <> '', julianday(closed) - julianday(created), null)
                    from deal where stage in ('Won', 'Lost')),
            flow as (select unit, sum(created) as created, sum(won) as won, sum(lost) as lost, sum(minor) as minor,
                    avg(cycle) as cycle
                from happened join member using (rep)
                where day > date(:day, '-' || :days || ' day') and day <= :day and day >= since and day < until
                group by unit),
            open as (select unit, count(*) as deals from deal join member using (rep)
                where created <> '' and created <= :day and since <= :day and until > :day
                    and (stage not in ('Won', 'Lost') or closed > :day and closed >= created)
                group by unit)
            select unit, coalesce(created, 0) as deals_created, coalesce(won, 0) as deals_won,
                coalesce(lost, 0) as deals_lost, coalesce(minor, 0) / 100.0 as revenue,
                won * 1.0 / nullif(won + lost, 0) as win_rate, minor / 100.0 / nullif(won, 0) as avg_deal_size,
                cycle as cycle_mean_days, coalesce(deals, 0) as open_deals
            from (select distinct unit from member) left join flow using (unit) left join open using (unit)
            """;

    private final Connection connection;

    /** Reads both exports. */
    SampleSql(CorrectedSample sample) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
        }
        load("insert into first values (?, ?, ?, ?, ?, ?)", sample.firstDeals(), 0, 1, 4, 5, 6, 7);
        load("insert into second values (?, ?, ?, ?, ?, ?)", sample.secondDeals(), 0, 1, 4, 5, 6, 7);
        load("insert into first_team values (?, ?, ?)", sample.firstTeams(), 0, 1, 2);
        load("insert into second_team values (?, ?, ?)", sample.secondTeams(), 0, 1, 2);
    }

    /**
     * What is true after the second export.
     *
     * @param keep whether a closed deal's credit stays with the owner at the close
     * @param missing whether deals that the second export does not list are still there
     * @param moved the day on which the teams of the second export begin to hold
     */
    SampleSql standing(boolean keep, boolean missing, LocalDate moved) throws SQLException {
        execute("drop table if exists deal");
        execute("drop table if exists member");
        execute(STANDING.replace(":keep", keep ? "true" : "false").replace(":missing", missing ? "true" : "false"));
        execute(MEMBERS.replace(":moved", "'" + moved + "'"));
        return this;
    }

    /** The KPIs of all units in the days up to one; what has no data is missing. By level and name. */
    Map<String, Map<String, Double>> kpis(LocalDate day, int days) throws SQLException {
        Map<String, Map<String, Double>> kpis = new TreeMap<>();
        String sql = KPIS.replace(":days", Integer.toString(days)).replace(":day", "'" + day + "'");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, Double> unit = new TreeMap<>();
                for (String kpi : SecondExportTest.KPIS) {
                    double value = row.getDouble(kpi);
                    if (!row.wasNull()) {
                        unit.put(kpi, value);
                    }
                }
                kpis.put(row.getString("unit"), unit);
            }
        }
        return kpis;
    }

    private void load(String insert, Path csv, int... columns) throws SQLException, IOException {
        List<String> lines = Files.readAllLines(csv);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                for (int i = 0; i < columns.length; i++) {
                    statement.setString(i + 1, cells[columns[i]]);
                }
                statement.executeUpdate();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
