package io.upswing.producers.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.core.issues.Scope;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionsTest {
    private static final CelConditions CONDITIONS = new CelConditions();
    private static final Scope.Subject KNOWN = new Scope.Subject(
            "R-1", Optional.of("T-1"), Optional.of("north"), Optional.of("hunter"), OptionalInt.of(100));
    private static final Scope.Subject UNKNOWN =
            new Scope.Subject("R-2", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rep.tenureDays > 90",
                "rep.id == 'R-1' && rep.team == \"T-1\"",
                "rep.region in ['north', 'south']",
                "!(rep.role == 'farmer') || false",
                "rep.team.startsWith('T-') && rep.team.endsWith('1') && rep.role.contains('unt')",
                "rep.tenureDays >= 90 ? rep.team != '' : rep.team == ''",
                "size(rep.team) == 3 && rep.tenureDays % 7 == 2",
                "rep.tenureDays > 90\n  && rep.team == 'T-1'",
            })
    void aConditionHoldsForWhomItMeans(String source) {
        Scope.Condition condition = CONDITIONS.compile(source);

        assertThat(condition.source()).isEqualTo(source);
        assertThat(condition.test().applies(KNOWN)).isTrue();
    }

    @Test
    void whatIsNotKnownIsAnEmptyTextOrMinusOne() {
        assertThat(CONDITIONS
                        .compile("rep.team == '' && rep.region == '' && rep.role == '' && rep.tenureDays == -1")
                        .test()
                        .applies(UNKNOWN))
                .isTrue();
        assertThat(CONDITIONS.compile("rep.tenureDays > 90").test().applies(UNKNOWN))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / (rep.tenureDays - 100) >= 0", "rep.tenureDays * 9223372036854775807 > 0"})
    void whatFailsForARepDoesNotHoldForThatRep(String source) {
        Scope.Condition condition = CONDITIONS.compile(source);

        assertThat(condition.test().applies(KNOWN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            rep.tenureDays > '90'            | 16 | no matching overload
            rep.tenureDays                   | 4  | expected type 'bool' but found 'int'
            rep.tenure > 90                  | 1  | undeclared reference to 'rep'; there are rep.id, rep.team
            team == 'T-1'                    | 1  | undeclared reference to 'team'
            rep.tenureDays >                 | 17 | it ends too early
            rep.team == 'T-1                 | 13 | token recognition error
            [1, 2].exists(x, x > 1)          | 14 | undeclared reference to 'exists'
            [1, 2].all(x, x > 1)             | 11 | undeclared reference to 'all'
            rep.team.matches('(a+)+')        | 17 | undeclared reference to 'matches'
            dyn(rep.id) > 3                  | 4  | undeclared reference to 'dyn'
            timestamp('2026-01-01T00:00:00Z').getFullYear() > 3 | 10 | undeclared reference
            """)
    void aWrongConditionIsRefusedWithPlaceAndReason(String source, int column, String reason) {
        WrongConditionException refused =
                catchThrowableOfType(WrongConditionException.class, () -> CONDITIONS.compile(source));

        assertThat(refused.line()).isEqualTo(1);
        assertThat(refused.column()).isEqualTo(column);
        assertThat(refused).hasMessageContaining(reason);
    }

    @Test
    void thePlaceIsThatInTheConditionsOwnLines() {
        WrongConditionException refused = catchThrowableOfType(
                WrongConditionException.class, () -> CONDITIONS.compile("rep.tenureDays > 90\n  && rep.boss == ''"));

        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.column()).isEqualTo(6);
    }

    @Test
    void lengthAndDepthAreBounded() {
        String chain = "rep.tenureDays > 90" + " && true".repeat(CelConditions.MAX_LENGTH / 8);
        String nested = "(".repeat(100) + "true" + ")".repeat(100);

        assertThat(catchThrowableOfType(WrongConditionException.class, () -> CONDITIONS.compile(chain)))
                .hasMessageContaining("longer than 1000 characters");
        assertThat(catchThrowableOfType(WrongConditionException.class, () -> CONDITIONS.compile(nested)))
                .hasMessageContaining("recursion limit");
    }
}
