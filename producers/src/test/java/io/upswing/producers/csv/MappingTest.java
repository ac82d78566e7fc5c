package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    @TempDir
    Path directory;

    @Test
    void aMappingSaysCurrencyZoneAndSource() {
        Mapping mapping = ExportFiles.in(directory).loadMapping();

        assertThat(mapping.currency()).isEqualTo("USD");
        assertThat(mapping.minorDigits()).isEqualTo(2);
        assertThat(mapping.zone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        assertThat(mapping.source()).isEqualTo("test-crm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    zone: Europe/Copenhagen          | zone: Atlantis                | zone                  | 'Atlantis'     | time zone
                    zone: Europe/Copenhagen          | lone: UTC                     | zone                  | missing        | time zone
                    code: USD                        | code: usd                     | currency.code         | 'usd'          | ISO 4217
                    minorDigits: 2                   | minorDigits: 7                | currency.minorDigits  | 7              | from 0 to 4
                    minorDigits: 2                   | minorDigits: two              | currency.minorDigits  | 'two'          | from 0 to 4
                    key: a-key-for-tests             | key: short                    | ids.key               | too short      | 8 characters
                    key: a-key-for-tests             | keyFile: none.txt             | ids.keyFile           | 'none.txt'     | readable text file
                    ids: {key: a-key-for-tests}      | csv: {delimiter: "::"}        | csv.delimiter         | '::'           | one character
                    ids: {key: a-key-for-tests}      | csv: {encoding: UTF-9}        | csv.encoding          | 'UTF-9'        | UTF-8
                    ids: {key: a-key-for-tests}      | csv: {delimiter: ","}         | ids.key               | missing        | keyed hash
                    id: id                           | id: 7                         | deals.id              | 7              | in quotes
                    id: id                           | id: {derive: md5, of: [id]}   | deals.id.derive       | 'md5'          | keyed-hash
                    owner: {derive: keyed-hash, of: [agent]} | owner: agent          | deals.owner           | 'agent'        | as reps.id
                    team: {derive: keyed-hash, of: [manager], name: manager} | team: {column: manager, name: manager} | reps.team.column | 'manager' | not the name
                    won: [Won]                       | won: [Engaging]               | deals.stage.won       | ["Engaging"]   | one list only
                    , won: [Won]                     | ^^                            | deals.stage.won       | missing        | stages that mean won
                    format: yyyy-MM-dd               | format: yyyy-MM-jj            | deals.created.format  | 'yyyy-MM-jj'   | pattern
                    format: yyyy-MM-dd               | format: HH:mm                 | deals.created.format  | 'HH:mm'        | whole date
                    amount: value                    | ammount: value                | deals.ammount         | 'value'        | amount
                    file: reps.csv                   | effectiveFrom: tomorrow       | reps.file             | missing        | CSV file
                    """)
    void aWrongMappingIsRefusedWithFileKeyValueAndWhatIsRight(
            String old, String replacement, String key, String value, String right) {
        ExportFiles files = ExportFiles.in(directory).mappingWith(old, replacement);

        MappingException refused = catchThrowableOfType(MappingException.class, files::loadMapping);

        assertThat(refused.file()).endsWith("mapping.yaml");
        assertThat(refused.key()).isEqualTo(key);
        assertThat(refused.value()).isEqualTo(value);
        assertThat(refused.right()).contains(right);
        assertThat(refused).hasMessageContainingAll("mapping.yaml", key, value, right);
    }

    @Test
    void anEffectiveFromThatIsNoDateIsRefused() {
        ExportFiles files =
                ExportFiles.in(directory).mappingWith("file: reps.csv", "file: reps.csv\n  effectiveFrom: soon");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(files::loadMapping)
                .withMessageContaining("reps.effectiveFrom is 'soon'");
    }

    @Test
    void aKeyGivenTwiceAndBrokenYamlAreRefusedWithTheirLine() {
        ExportFiles twice = ExportFiles.in(directory).mappingWith("source: test-crm", "zone: UTC");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(twice::loadMapping)
                .withMessageContaining("line 2");

        ExportFiles broken = ExportFiles.in(directory).mapping("zone: [UTC\ncurrency: }");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(broken::loadMapping)
                .withMessageContaining("line 2");
    }

    @Test
    void anEmptyMappingIsRefused() {
        ExportFiles files = ExportFiles.in(directory).mapping("# nothing\n");

        assertThatExceptionOfType(MappingException.class).isThrownBy(files::loadMapping);
    }

    @Test
    void aColumnThatTheFileLacksIsRefusedBeforeAnyRowIsRead() {
        ExportFiles files = ExportFiles.in(directory).mappingWith("amount: value", "amount: price");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(files::read)
                .withMessageContainingAll("deals.amount is 'price'", "deals.csv", "engaged, closed, value");
    }

    @Test
    void aColumnThatTheFileHasTwiceIsRefused() {
        ExportFiles files =
                ExportFiles.in(directory).dealFile("id,agent,stage,engaged,closed,value,value\nD1,Anna,Won,,,1,2\n");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(files::read)
                .withMessageContainingAll("deals.amount is 'value'", "once only");
    }

    @Test
    void theKeyOfTheIdsMayLieInAFileOfItsOwn() throws IOException {
        Files.writeString(directory.resolve("ids.key"), "a-key-for-tests\n");
        ExportFiles files = ExportFiles.in(directory).deals("D1,Anna,Engaging,2017-01-02,,");
        Export inMapping = files.read();

        Export inFile =
                files.mappingWith("key: a-key-for-tests", "keyFile: ids.key").read();

        assertThat(inFile.deals()).isEqualTo(inMapping.deals());
    }

    @Test
    void derivedIdsStayTheSameForEver() {
        KeyedHash hash = new KeyedHash("a-key-for-tests");

        assertThat(hash.id(IdKind.REP, List.of("Anna"))).isEqualTo("rep-e08343ebdde2");
        assertThat(hash.id(IdKind.DEAL, List.of("Anna", "2017-01-02"))).isEqualTo("deal-4da1947bc80ef438eae0");
    }

    @Test
    void derivedIdsDependOnKindKeyAndTheBordersBetweenValues() {
        KeyedHash hash = new KeyedHash("a-key-for-tests");
        String anna = hash.id(IdKind.REP, List.of("Anna"));

        assertThat(hash.id(IdKind.TEAM, List.of("Anna")).substring(5)).isNotEqualTo(anna.substring(4));
        assertThat(new KeyedHash("another-key").id(IdKind.REP, List.of("Anna"))).isNotEqualTo(anna);
        assertThat(hash.id(IdKind.REP, List.of("anna"))).isNotEqualTo(anna);
        assertThat(hash.id(IdKind.REP, List.of("ab", "c"))).isNotEqualTo(hash.id(IdKind.REP, List.of("a", "bc")));
        // The same letter, composed or not.
        assertThat(hash.id(IdKind.REP, List.of("Zo\u00EB"))).isEqualTo(hash.id(IdKind.REP, List.of("Zoe\u0308")));
    }
}
