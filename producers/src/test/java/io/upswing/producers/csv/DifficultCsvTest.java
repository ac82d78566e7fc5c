package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as a European CRM writes it: semicolons, decimal commas, thousands points, 28.09.2025, line breaks in quotes. */
class DifficultCsvTest {
    private static final Charset CP1252 = Charset.forName("windows-1252");

    private static final String REPS = "agent;manager;office\r\nZoë Müller;Jørgen;Malmö\r\n";
    private static final String DEALS = """
            id;agent;stage;engaged;closed;value;note
            D-1;Zoë Müller;Won;28.09.2025;01.10.2025;1.234,50;"€ 1.234,50;\r
            ""paid""\"
            d-1;Zoë Müller;Engaging;02.10.2025;;12.345.678;plain
            D2;Zoë Müller;Lost;03.10.2025;04.10.2025;0,5;"a
            b"
            """;

    private static final String DATES = "column: engaged, format: dd.MM.yyyy";
    private static final String CLOSE_DATES = "column: closed, format: dd.MM.yyyy";
    private static final String MARKS = "amount: {column: value, decimal: \",\", thousands: \".\"}";

    @TempDir
    Path directory;

    @Test
    void aFileWithAByteOrderMarkIsReadRight() {
        Export export = files("csv: {delimiter: \";\"}").withByteOrderMark().read();

        assertReadRight(export);
    }

    @Test
    void aFileInCp1252IsReadRight() {
        Export export = files("csv: {delimiter: \";\", encoding: windows-1252}")
                .encodedIn(CP1252)
                .read();

        assertReadRight(export);
        assertThat(export.names()).containsValues("Zoë Müller", "Jørgen", "Malmö");
    }

    @Test
    void withoutTheWordOnMarksEachDoubtfulRowIsRefusedByLine() {
        Export export = files("csv: {delimiter: \";\"}")
                .mappingWith(MARKS, "amount: value")
                .read();

        assertThat(export.deals()).isEmpty();
        assertThat(export.refused())
                .extracting(RowError::line, RowError::column, RowError::value)
                .containsExactly(
                        tuple(2L, "value", "1.234,50"), tuple(4L, "value", "12.345.678"), tuple(5L, "value", "0,5"));
        assertThat(export.refused()).allMatch(error -> error.reason().contains("amount.decimal, amount.thousands"));
    }

    @Test
    void withoutTheWordOnTheEncodingRowsWithItsLettersAreRefusedByLine() {
        Export export = files("csv: {delimiter: \";\"}").encodedIn(CP1252).read();

        assertThat(export.deals()).isEmpty();
        assertThat(export.refused()).extracting(RowError::line).containsExactly(2L, 2L, 4L, 5L);
        assertThat(export.refused()).allMatch(error -> error.reason().contains("csv.encoding"));
    }

    @Test
    void dayAndMonthThatTwoPatternsReadDifferentlyAreRefusedByLine() {
        Export export = files("csv: {delimiter: \";\"}")
                .mappingWith(DATES, "column: engaged, format: [dd.MM.yyyy, MM.dd.yyyy]")
                .read();

        assertThat(export.deals()).extracting(Deal::id).containsExactly("D-1");
        assertThat(export.refused()).extracting(RowError::line).containsExactly(4L, 5L);
    }

    private void assertReadRight(Export export) {
        assertThat(export.refused()).isEmpty();
        assertThat(export.rows()).isEqualTo(4);
        Map<String, DealState> states = new HashMap<>();
        History history = History.of(export, Optional.empty());
        history.days().flatMap(history::records).forEach(record -> {
            if (record instanceof ImportRecord.OfDeal deal) {
                DealEvent event = deal.event();
                states.put(deal.key(), (DealState) event.getChange());
            }
        });
        assertThat(states.keySet()).isEqualTo(Set.of("D-1", "d-1", "D2"));
        assertThat(List.of("D-1", "d-1", "D2"))
                .extracting(id -> Objects.requireNonNull(states.get(id)).getAmountMinor())
                .containsExactly(123_450L, 1_234_567_800L, 50L);
        assertThat(states.values())
                .extracting(DealState::getOwner)
                .containsOnly(export.reps().getFirst().id());
        assertThat(List.of("D-1", "d-1", "D2"))
                .extracting(id -> Objects.requireNonNull(states.get(id)).getCreated())
                .containsExactly(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3));
    }

    private ExportFiles files(String csv) {
        return ExportFiles.in(directory)
                .mappingWith("ids:", csv + "\nids:")
                .mappingWith("amount: value", MARKS)
                .mappingWith("column: engaged, format: yyyy-MM-dd", DATES)
                .mappingWith("column: closed, format: yyyy-MM-dd", CLOSE_DATES)
                .reps(REPS)
                .dealFile(DEALS);
    }
}
