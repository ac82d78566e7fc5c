package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.schemas.DealStatus;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
    @TempDir
    Path directory;

    @Test
    void aRowBecomesADealWithOpaqueOwnerAndMoneyInMinorUnits() {
        Export export = ExportFiles.in(directory)
                .deals("D1,Anna,Won,2017-01-02,2017-03-04,1054")
                .read();

        Deal deal = export.deals().getFirst();
        assertThat(deal.id()).isEqualTo("D1");
        assertThat(deal.status()).isEqualTo(DealStatus.WON);
        assertThat(deal.stage()).isEqualTo("Won");
        assertThat(deal.amount()).contains(new AmountRule.Amount(105_400, "USD"));
        assertThat(deal.created()).contains(new CrmDate(LocalDate.of(2017, 1, 2), Optional.empty()));
        assertThat(deal.closed()).contains(new CrmDate(LocalDate.of(2017, 3, 4), Optional.empty()));
        assertThat(deal.owner()).contains(export.reps().getFirst().id());
        assertThat(deal.owner().orElseThrow()).matches("rep-[0-9a-f]{12}");
        assertThat(export.refused()).isEmpty();
        assertThat(export.rows()).isEqualTo(2);
    }

    @Test
    void namesStandApartUnderKindAndId() {
        Export export = ExportFiles.in(directory).read();

        Rep rep = export.reps().getFirst();
        assertThat(export.names())
                .containsOnlyKeys(
                        "rep:" + rep.id(),
                        "team:" + rep.team().orElseThrow(),
                        "region:" + rep.region().orElseThrow())
                .containsValues("Anna", "Bo", "North");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    ,Anna,Won,2017-01-02,2017-03-04,1                | id      | ''         | no id
                    D0,Anna,Engaging,2017-01-02,,1                   | id      | D0         | already in line 2
                    D1,Anna,won,2017-01-02,2017-03-04,1              | stage   | won        | stage that the mapping doesn't know: Engaging, Won, Lost
                    D1,Anna,,2017-01-02,2017-03-04,1                 | stage   | ''         | no stage
                    D1,Anna,Won,2017-02-30,2017-03-04,1              | engaged | 2017-02-30 | no date of the form yyyy-MM-dd
                    D1,Anna,Won,02/03/2017,2017-03-04,1              | engaged | 02/03/2017 | no date of the form
                    D1,Anna,Won,2017-1-2,2017-03-04,1                | engaged | 2017-1-2   | no date of the form
                    D1,Anna,Won,2017-01-02,,1                        | closed  | ''         | missing, though the stage is Won
                    D1,Anna,Won,2017-01-02,9999-12-31,1              | closed  | 9999-12-31 | outside 1990-01-01 to 2100-12-31
                    D1,Anna,Won,2017-01-02,2017-03-04,1.234          | value   | 1.234      | 3 decimals where the currency has 2
                    D1,Anna,Won,2017-01-02,2017-03-04,"1,50"         | value   | 1,50       | the mapping must say (amount.decimal
                    D1,Anna,Won,2017-01-02,2017-03-04,1e3            | value   | 1e3        | no number
                    D1,Anna,Won,2017-01-02,2017-03-04,100000000000.01| value   | 100000000000.01 | 10^13
                    D1,Anna,Won,2017-01-02,2017-03-04                | ''      | ''         | 5 values where the header has 6
                    D1,Anna,Won,2017-01-02,2017-03-04,1,2            | ''      | ''         | 7 values where the header has 6
                    """)
    void aBadRowIsRefusedWithLineColumnValueAndReasonAndTheRestGoesOn(
            String row, String column, String value, String reason) {
        Export export = ExportFiles.in(directory)
                .deals("D0,Anna,Engaging,2017-01-02,,", row, "D9,Anna,Engaging,2017-01-02,,")
                .read();

        assertThat(export.deals()).extracting(Deal::id).containsExactly("D0", "D9");
        assertThat(export.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo("deals.csv");
            assertThat(refused.line()).isEqualTo(3);
            assertThat(refused.column()).isEqualTo(column);
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.reason()).contains(reason);
            assertThat(refused.message()).contains("deals.csv, line 3", reason);
        });
        assertThat(export.rows()).isEqualTo(4);
    }

    @Test
    void idsThatDifferOnlyByCaseAreDifferentDeals() {
        Export export = ExportFiles.in(directory)
                .deals("d1,Anna,Engaging,2017-01-02,,", "D1,Anna,Engaging,2017-01-02,,")
                .read();

        assertThat(export.deals()).extracting(Deal::id).containsExactly("d1", "D1");
    }

    @Test
    void anOpenDealsCloseDateIsNotRead() {
        Export export = ExportFiles.in(directory)
                .deals("D1,Anna,Engaging,2017-01-02,2018-01-01,5")
                .read();

        assertThat(export.deals().getFirst().closed()).isEmpty();
    }

    @Test
    void aDealWithoutOwnerAndAmountIsRead() {
        Export export = ExportFiles.in(directory)
                .deals("D1,,Lost,2017-01-02,2017-01-03,")
                .read();

        assertThat(export.deals().getFirst().owner()).isEmpty();
        assertThat(export.deals().getFirst().amount()).isEmpty();
    }

    @Test
    void aRepsRowThatComesTwiceIsRefused() {
        Export export = ExportFiles.in(directory)
                .reps("agent,manager,office\nAnna,Bo,North\nAnna,Cy,South\n")
                .read();

        assertThat(export.reps()).hasSize(1);
        assertThat(export.names()).doesNotContainValue("Cy");
        assertThat(export.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.message()).isEqualTo("reps.csv, line 3, agent 'Anna': is there already in line 2");
        });
    }

    @Test
    void semicolonsByteOrderMarkQuotedLineBreaksAndOtherLetters() {
        String csv = "\uFEFF\"id\";agent;stage;engaged;closed;value;note\r\n"
                + "D1;Zoë;Engaging;2017-01-02;;1.5;\"two\r\nlines; \"\"quoted\"\"\"\r\n"
                + "D2;Zoë;Engaging;nonsense;;1;\r\n";

        Export export = ExportFiles.in(directory)
                .mappingWith("ids:", "csv: {delimiter: \";\"}\nids:")
                .reps("agent;manager;office\nZoë;Bo;North\n")
                .dealFile(csv)
                .read();

        assertThat(export.deals()).singleElement().satisfies(deal -> {
            assertThat(deal.amount()).contains(new AmountRule.Amount(150, "USD"));
            assertThat(deal.owner()).contains(export.reps().getFirst().id());
        });
        assertThat(export.refused()).extracting(RowError::line).containsExactly(4L);
    }

    @Test
    void lettersOfAnotherEncodingAreReadIfTheMappingSaysSoAndRefusedElse() {
        ExportFiles files = ExportFiles.in(directory)
                .encodedIn(Charset.forName("windows-1252"))
                .deals("D1,Zoë,Engaging,2017-01-02,,", "D2,Anna,Engaging,2017-01-02,,");

        Export asUtf8 = files.read();
        Export asWritten =
                files.mappingWith("ids:", "csv: {encoding: windows-1252}\nids:").read();

        assertThat(asUtf8.deals()).extracting(Deal::id).containsExactly("D2");
        assertThat(asUtf8.refused().getFirst().message()).contains("line 2, agent", "csv.encoding");
        assertThat(asWritten.deals()).extracting(Deal::id).containsExactly("D1", "D2");
    }

    @ParameterizedTest
    @CsvSource({
        "'D2,Anna,Engaging,2017-01-02,,\"5'",
        "'D2,\"Anna,Engaging,2017-01-02,,5'",
        "'D2,\"An\"na,Engaging,2017-01-02,,5'"
    })
    void aQuoteAmissRefusesTheFileForItsRowsCannotBeToldApart(String row) {
        ExportFiles files =
                ExportFiles.in(directory).deals("D1,Anna,Engaging,2017-01-02,,", row, "D3,Anna,Engaging,2017-01-02,,");

        assertThatExceptionOfType(UnreadableExportException.class)
                .isThrownBy(files::read)
                .withMessageContaining("deals.csv")
                .withMessageContaining("line 3");
    }

    @Test
    void anEmptyFileAndAMissingOneAreRefused() {
        ExportFiles empty = ExportFiles.in(directory).dealFile("");
        assertThatExceptionOfType(UnreadableExportException.class)
                .isThrownBy(empty::read)
                .withMessageContaining("empty");

        ExportFiles missing = ExportFiles.in(directory).mappingWith("deals.csv", "none.csv");
        assertThatExceptionOfType(UnreadableExportException.class)
                .isThrownBy(missing::read)
                .withMessageContaining("none.csv is not there");
    }

    @Test
    void aValueThatTwoFormatsReadAsDifferentDatesIsRefused() {
        Export export = ExportFiles.in(directory)
                .mappingWith("column: engaged, format: yyyy-MM-dd", "column: engaged, format: [dd/MM/yyyy, MM/dd/yyyy]")
                .deals(
                        "D1,Anna,Engaging,03/04/2017,,",
                        "D2,Anna,Engaging,23/04/2017,,",
                        "D3,Anna,Engaging,04/04/2017,,")
                .read();

        assertThat(export.deals()).extracting(Deal::id).containsExactly("D2", "D3");
        assertThat(export.refused().getFirst().message())
                .contains("'03/04/2017'", "a different date by each of dd/MM/yyyy or MM/dd/yyyy");
    }

    @Test
    void aTimeMakesAMomentThatIsDatedInTheOrganizationsZone() {
        Export export = ExportFiles.in(directory)
                .mappingWith(
                        "column: engaged, format: yyyy-MM-dd",
                        "column: engaged, format: [\"yyyy-MM-dd HH:mm\", \"yyyy-MM-dd'T'HH:mmXXX\"]")
                .deals("D1,Anna,Engaging,2017-06-01 00:30,,", "D2,Anna,Engaging,2017-06-01T23:30+00:00,,")
                .read();

        assertThat(export.deals())
                .extracting(deal -> deal.created().orElseThrow())
                .containsExactly(
                        new CrmDate(LocalDate.of(2017, 6, 1), Optional.of(Instant.parse("2017-05-31T22:30:00Z"))),
                        new CrmDate(LocalDate.of(2017, 6, 2), Optional.of(Instant.parse("2017-06-01T23:30:00Z"))));
    }

    @Test
    void amountsKeepTheirOwnCurrencyWithItsDecimals() {
        Export export = ExportFiles.in(directory)
                .mappingWith("amount: value", "amount: value\n  currency: money")
                .dealFile("""
                        id,agent,stage,engaged,closed,value,money
                        D1,Anna,Engaging,2017-01-02,,500,JPY
                        D2,Anna,Engaging,2017-01-02,,5.25,
                        D3,Anna,Engaging,2017-01-02,,5.25,Euro
                        """)
                .read();

        assertThat(export.deals())
                .extracting(deal -> deal.amount().orElseThrow())
                .containsExactly(new AmountRule.Amount(500, "JPY"), new AmountRule.Amount(525, "USD"));
        assertThat(export.refused().getFirst().message()).contains("line 4, money 'Euro'", "ISO 4217");
    }

    @Test
    void dealIdsAreDerivedWhereTheExportHasNone() {
        Export export = ExportFiles.in(directory)
                .mappingWith("id: id", "id: {derive: keyed-hash, of: [agent, engaged]}")
                .deals("x,Anna,Engaging,2017-01-02,,", "y,Anna,Engaging,2017-01-03,,", "z,Anna,Engaging,2017-01-03,,")
                .read();

        assertThat(export.deals())
                .hasSize(2)
                .allSatisfy(deal -> assertThat(deal.id()).matches("deal-[0-9a-f]{20}"));
        assertThat(export.refused().getFirst().message())
                .isEqualTo("deals.csv, line 4, agent, engaged 'Anna, 2017-01-03': is there already in line 3");
    }

    @Test
    void repsThatTheDealsFileAloneNamesGetTheirNames() {
        String mapping = ExportFiles.MAPPING
                .replaceFirst("(?s)reps:.*?deals:", "deals:")
                .replace("of: [agent]}", "of: [agent], name: agent}");

        Export export = ExportFiles.in(directory)
                .mapping(mapping)
                .deals("D1,Anna,Engaging,2017-01-02,,")
                .read();

        assertThat(export.reps()).isEmpty();
        assertThat(export.names())
                .containsEntry("rep:" + export.deals().getFirst().owner().orElseThrow(), "Anna");
    }
}
