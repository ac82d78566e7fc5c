package io.upswing.app.simulated;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The truth of a simulation in SQLite, and the KPIs that follow from it as known at the close of any day. */
final class TruthDatabase implements AutoCloseable {
    private static final int BATCH = 10_000;

    private final Connection connection;
    private final Month fiscalYearStart;

    /** A number as SQL has it: exact, as a fraction; empty where the denominator is 0. */
    record Fraction(long numerator, long denominator) {}

    /** Which number of whom. Subjects are reps by id, {@code team:ID}, {@code region:ID} and {@code company}. */
    record Of(String subject, String window, String kpi) {}

    private TruthDatabase(Connection connection, Month fiscalYearStart) {
        this.connection = connection;
        this.fiscalYearStart = fiscalYearStart;
    }

    /** Reads the truth. */
    static TruthDatabase read(Path folder, String currency, Month fiscalYearStart) {
        try {
            TruthDatabase database =
                    new TruthDatabase(DriverManager.getConnection("jdbc:sqlite::memory:"), fiscalYearStart);
            database.load(folder, currency);
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void load(Path folder, String currency) throws SQLException {
        connection.setAutoCommit(false);
        run(KpiSql.TABLES);
        load(folder.resolve("deals.csv"), "deal_change", 12);
        load(folder.resolve("activities.csv"), "activity_change", 14);
        load(folder.resolve("reps.csv"), "rep_change", 11);
        load(folder.resolve("quotas.csv"), "quota_change", 10);
        try (PreparedStatement setting = connection.prepareStatement("insert into setting values (?)")) {
            setting.setString(1, currency);
            setting.executeUpdate();
        }
        run(KpiSql.LOADED);
        loadCredits();
    }

    private void load(Path file, String table, int columns) throws SQLException {
        String sql = "insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)";
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int pending = 0;
            boolean header = true;
            for (CsvRecord row : rows) {
                if (!header) {
                    for (int i = 0; i < columns; i++) {
                        insert.setObject(i + 1, value(row.getField(i)));
                    }
                    insert.addBatch();
                    if (++pending % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                header = false;
            }
            insert.executeBatch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Days as epoch days and numbers as numbers, so that they compare as such. */
    private static @Nullable Object value(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return LocalDate.parse(text).toEpochDay();
        }
        return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    private void loadCredits() throws SQLException {
        List<String> texts = new ArrayList<>();
        query("select distinct credits from deal_change where credits <> '-'", row -> texts.add(row.getString(1)));
        try (PreparedStatement insert = connection.prepareStatement("insert into credit_part values (?, ?, ?, ?)")) {
            for (String text : texts) {
                String[] parts = text.split(" ", -1);
                for (int place = 0; place < parts.length; place++) {
                    String[] part = parts[place].split(":", 2);
                    insert.setString(1, text);
                    insert.setInt(2, place);
                    insert.setString(3, part[0]);
                    insert.setInt(4, Integer.parseInt(part[1]));
                    insert.executeUpdate();
                }
            }
        }
    }

    /** All that was known at the close of a day; what is missing is 0, or empty. */
    Map<Of, Fraction> at(LocalDate day) {
        try {
            begin(day);
            run(KpiSql.KNOWN);
            run(KpiSql.FACTS);
            Map<Of, Fraction> known = new HashMap<>();
            for (String sql : KpiSql.KPIS) {
                query(
                        sql,
                        row -> known.put(
                                new Of(row.getString(1), row.getString(2), row.getString(3)),
                                new Fraction(row.getLong(4), row.getLong(5))));
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin(LocalDate day) throws SQLException {
        run("delete from today;\ndelete from win;\n");
        try (PreparedStatement today = connection.prepareStatement("insert into today values (?, ?, ?)");
                PreparedStatement window = connection.prepareStatement("insert into win values (?, ?)")) {
            LocalDate month = day.withDayOfMonth(1);
            LocalDate quarter = month.minusMonths(Math.floorMod(day.getMonthValue() - fiscalYearStart.getValue(), 3));
            today.setLong(1, day.toEpochDay());
            today.setLong(2, month.toEpochDay());
            today.setLong(3, quarter.toEpochDay());
            today.executeUpdate();
            for (int days : List.of(7, 30, 90, 365)) {
                insertWindow(window, days + "d", day.minusDays(days - 1L));
            }
            insertWindow(window, "mtd", month);
            insertWindow(window, "qtd", quarter);
        }
    }

    private static void insertWindow(PreparedStatement insert, String id, LocalDate first) throws SQLException {
        insert.setString(1, id);
        insert.setLong(2, first.toEpochDay());
        insert.executeUpdate();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
