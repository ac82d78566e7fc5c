package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.issues.NoActivity;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import io.upswing.core.time.Days;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which version of a rule is in force on which day. */
class RuleBookTest {
    private final HeapCases store = new HeapCases();
    private final RuleBook book = new RuleBook(store);

    private static Rule rule(int version, int effective) {
        return new Rule(
                "silent",
                version,
                effective,
                false,
                "",
                "",
                new NoActivity(version),
                new Rule.Hold(1, 1),
                Rule.Severity.NOTICE,
                Scope.everyone(0),
                OptionalInt.empty());
    }

    @Test
    void aRuleAppliesFromItsEffectiveDayOn() {
        book.learn(rule(1, 10), 8);

        assertThat(book.inForce(9)).isEmpty();
        assertThat(book.inForce(10)).containsExactly(rule(1, 10));
    }

    @Test
    void aRuleThatIsRecordedLaterAppliesFromThenOn() {
        book.learn(rule(1, 10), 12);

        assertThat(book.inForce(11)).isEmpty();
        assertThat(book.inForce(12)).hasSize(1);
    }

    @Test
    void aRuleOfHistoryAppliesFromItsEffectiveDayOn() {
        book.learn(rule(1, 10), Days.BEFORE_ALL);

        assertThat(book.inForce(10)).hasSize(1);
    }

    @Test
    void ofSeveralVersionsTheHighestThatAppliesHolds() {
        book.learn(rule(2, 20), 8);
        book.learn(rule(1, 10), 8);

        assertThat(book.inForce(19)).containsExactly(rule(1, 10));
        assertThat(book.inForce(20)).containsExactly(rule(2, 20));
        assertThat(book.version("silent", 1)).contains(rule(1, 10));
    }

    @Test
    void aVersionThatIsKnownChangesNothingAlsoAfterARestart() {
        book.learn(rule(1, 10), 8);

        RuleBook again = new RuleBook(store);
        again.learn(rule(1, 30), 9);

        assertThat(again.inForce(10)).containsExactly(rule(1, 10));
        assertThat(store.all()).hasSize(1);
    }
}
