package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How amounts are read, by the marks that the mapping names, and refused where it names none. */
class AmountsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {column: value, decimal: ","}                   | 1234,5             | 123450
                    {column: value, decimal: ","}                   | 1234               | 123400
                    {column: value, decimal: ",", thousands: "."}   | 1.234              | 123400
                    {column: value, decimal: ",", thousands: "."}   | 1.234.567,89       | 123456789
                    {column: value, decimal: ",", thousands: "."}   | 1234567,89         | 123456789
                    {column: value, decimal: ",", thousands: "."}   | -12.345,60         | -1234560
                    {column: value, decimal: ".", thousands: ","}   | 1,234.50           | 123450
                    {column: value, decimal: ".", thousands: "'"}   | 1'234.50           | 123450
                    {column: value, decimal: ".", thousands: "'"}   | 1\u2019234.50      | 123450
                    {column: value, decimal: ",", thousands: " "}   | 1 234,50           | 123450
                    {column: value, decimal: ",", thousands: " "}   | 1\u00A0234,50      | 123450
                    {column: value, decimal: ",", thousands: "\u00A0"} | 1\u202F234,50   | 123450
                    {column: value, decimal: "."}                   | 1.5000             | 150
                    {column: value}                                 | 1234.5             | 123450
                    value                                           | +0.05              | 5
                    """)
    void marksAreReadAsTheMappingNamesThem(String rule, String value, long minor) {
        Export export = read(rule, value);

        assertThat(export.refused()).isEmpty();
        assertThat(export.deals().getFirst().amount()).contains(new AmountRule.Amount(minor, "USD"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    value                                           | 1.234       | the mapping must say (amount.decimal, amount.thousands)
                    value                                           | 1.500       | the mapping must say
                    value                                           | 1,5         | the mapping must say
                    value                                           | 1,234.50    | the mapping must say
                    value                                           | 1.234,50    | the mapping must say
                    value                                           | 1'234       | the mapping must say
                    value                                           | 1\u00A0234  | the mapping must say
                    {column: value}                                 | 1.234       | the mapping must say
                    value                                           | 12 EUR      | is no number (digits
                    {column: value, decimal: ","}                   | 1.234       | of the form 1234,56
                    {column: value, decimal: ","}                   | 1,234       | 3 decimals where the currency has 2
                    {column: value, decimal: ".", thousands: ","}   | 1,23        | of the form 1,234.56
                    {column: value, decimal: ".", thousands: ","}   | 12,34,567   | of the form 1,234.56
                    {column: value, decimal: ".", thousands: ","}   | 1234,567    | of the form 1,234.56
                    {column: value, decimal: ".", thousands: ","}   | ,123        | of the form 1,234.56
                    {column: value, decimal: ",", thousands: "."}   | 1.234.5     | of the form 1.234,56
                    {column: value, decimal: ",", thousands: "."}   | 1,234.50    | of the form 1.234,56
                    {column: value, decimal: ",", thousands: " "}   | 1.234,50    | of the form 1 234,56
                    """)
    void whatTheMappingDoesNotDecideIsRefusedByLine(String rule, String value, String reason) {
        Export export = read(rule, value);

        assertThat(export.deals()).isEmpty();
        assertThat(export.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(2);
            assertThat(refused.column()).isEqualTo("value");
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {column: value, thousands: "."}               | deals.amount.decimal is missing
                    {column: value, decimal: ";"}                 | deals.amount.decimal is ';'
                    {column: value, decimal: ",", thousands: ","} | deals.amount.thousands is ','
                    {column: value, decimal: ",", thousands: "_"} | deals.amount.thousands is '_'
                    {column: value, decimal: ",", thousand: "."}  | deals.amount.thousand is '.'
                    {decimal: ","}                                | deals.amount.column is missing
                    """)
    void marksThatCannotBeAreErrorsOfTheMapping(String rule, String message) {
        ExportFiles files = ExportFiles.in(directory).mappingWith("amount: value", "amount: " + rule);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(files::loadMapping)
                .withMessageContaining(message);
    }

    @Test
    void aCurrencyWithoutDecimalsTakesNone() {
        Export export = ExportFiles.in(directory)
                .mappingWith(
                        "amount: value", "amount: {column: value, decimal: \",\", thousands: \".\"}\n  currency: money")
                .dealFile("""
                        id,agent,stage,engaged,closed,value,money
                        D1,Anna,Engaging,2017-01-02,,1.234,JPY
                        D2,Anna,Engaging,2017-01-02,,"1,5",JPY
                        """)
                .read();

        assertThat(export.deals().getFirst().amount()).contains(new AmountRule.Amount(1_234, "JPY"));
        assertThat(export.refused().getFirst().message()).contains("line 3", "1 decimals where the currency has 0");
    }

    private Export read(String rule, String value) {
        return ExportFiles.in(directory)
                .mappingWith("amount: value", "amount: " + rule)
                .deals("D1,Anna,Engaging,2017-01-02,,\"" + value + "\"")
                .read();
    }
}
