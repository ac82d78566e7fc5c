package io.upswing.producers.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** One CSV file: its header is checked against the mapping's columns, then its rows are handed over one by one. */
final class CsvFile {
    private final String mappingFile;
    private final String name;
    private final Path path;
    private final CsvFormat format;

    CsvFile(String mappingFile, String name, Path directory, CsvFormat format) {
        this.mappingFile = mappingFile;
        this.name = name;
        this.path = directory.resolve(name);
        this.format = format;
    }

    /** What is made of a row. */
    @FunctionalInterface
    interface RowHandler {
        void handle(Row row) throws RowRefused;
    }

    /**
     * Reads all rows.
     *
     * @param columns all that the mapping names in this file
     * @param refused collects the rows that were refused
     * @return how many rows were read, refused ones included
     * @throws MappingException if a column is not in the header, or there twice
     * @throws UnreadableExportException if the file as a whole can't be read
     */
    long read(List<Column> columns, RowHandler handler, List<RowError> refused) {
        try (Reader text = open();
                CsvReader<CsvRecord> csv = reader(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            CsvRecord first = records.next();
            if (isEnd(first)) {
                throw new UnreadableExportException(path + " is empty: a header was expected");
            }
            return readRows(records, header(first, columns), handler, refused);
        } catch (NoSuchFileException e) {
            throw new UnreadableExportException(path + " is not there", e);
        } catch (CsvParseException e) {
            String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            throw new UnreadableExportException(path + ": " + e.getMessage() + cause, e);
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableExportException(path + " can't be read: " + e.getMessage(), e);
        }
    }

    private long readRows(
            Iterator<CsvRecord> records, Map<String, Integer> header, RowHandler handler, List<RowError> refused) {
        long rows = 0;
        CsvRecord record = records.next();
        while (!isEnd(record)) {
            if (!records.hasNext()) {
                throw new UnreadableExportException(
                        "%s: in the row of line %d a quote is opened and never closed: how the rest is to be read is unknown"
                                .formatted(path, record.getStartingLineNumber()));
            }
            rows++;
            try {
                handler.handle(row(record, header));
            } catch (RowRefused e) {
                refused.add(e.in(name, record.getStartingLineNumber()));
            }
            record = records.next();
        }
        return rows;
    }

    private static Row row(CsvRecord record, Map<String, Integer> header) throws RowRefused {
        if (record.getFieldCount() != header.size()) {
            throw new RowRefused(
                    "",
                    "",
                    "has %d values where the header has %d: a delimiter too many or too few, or a quote amiss"
                            .formatted(record.getFieldCount(), header.size()));
        }
        return new Row(record.getStartingLineNumber(), header, record.getFields());
    }

    private Map<String, Integer> header(CsvRecord record, List<Column> columns) {
        Map<String, Integer> header = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String column = record.getField(i).strip();
            names.add(column);
            if (header.putIfAbsent(column, i) != null) {
                doubled.add(column);
                // Kept under a name no mapping can give, so that the header's size stays the number of fields.
                header.put(column + '\n' + i, i);
            }
        }
        for (Column column : columns) {
            if (!header.containsKey(column.name())) {
                throw wrong(column, "a column of " + name + ": " + String.join(", ", names));
            }
            if (doubled.contains(column.name())) {
                throw wrong(column, "a column that " + name + " has once only");
            }
        }
        return header;
    }

    private MappingException wrong(Column column, String right) {
        return new MappingException(mappingFile, column.key(), "'" + column.name() + "'", right);
    }

    private Reader open() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                Files.newInputStream(path),
                format.encoding()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return new EndMarked(text);
    }

    private CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
    }

    private static boolean isEnd(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).equals(EndMarked.MARK);
    }
}
