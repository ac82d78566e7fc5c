package io.upswing.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate in front of two partitions of facts and one of org changes; a record is a word with its recorded date. */
class DayGateTest {
    private static final Source ORG = new Source("org", 0);

    private final HeapGateStore<String> store = new HeapGateStore<>();
    private final List<String> handled = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();
    private DayGate<String> gate = gate();

    private DayGate<String> gate() {
        return new DayGate<>(List.of(new Input("facts", true), new Input("org", false)), store);
    }

    private void facts(int partition, int day) {
        say(new Source("facts", partition), day, 2);
    }

    private void org(int day) {
        say(ORG, day, 1);
    }

    private void allSay(int day) {
        facts(0, day);
        facts(1, day);
        org(day);
    }

    /** As a stage does it. */
    private void say(Source source, int day, int count) {
        gate.say(source, day, count);
        if (gate.openFirstDay()) {
            handled.addAll(gate.opened());
        }
        while (gate.mayClose()) {
            closed.add(gate.openDay());
            gate.close();
            handled.addAll(gate.opened());
        }
    }

    private void record(int k, String word) {
        if (gate.admits(k)) {
            handled.add(word);
        } else {
            gate.await(k, word);
        }
    }

    @Test
    void theFirstOpenDayIsTheLowestFirstWatermarkOfAll() {
        org(9);
        facts(0, 5);
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.openDay()).isEqualTo(DayGate.NOT_OPEN);

        facts(1, 7);

        assertThat(gate.firstDay()).isEqualTo(5);
        assertThat(closed).containsExactly(5);
        assertThat(gate.openDay()).isEqualTo(6);
    }

    @Test
    void aFanInWaitsForItsCount() {
        org(9);
        facts(1, 9);
        facts(1, 10);
        assertThat(gate.isOpen()).isFalse();

        facts(0, 9);

        assertThat(gate.openDay()).isEqualTo(10);
    }

    @Test
    void aRecordBeforeAnyWatermarkIsHandledAtOnce() {
        record(Days.BEFORE_ALL, "early");

        assertThat(handled).containsExactly("early");
    }

    @Test
    void aRecordWaitsForItsDayAlsoBeforeTheGateOpens() {
        org(9);
        record(10, "waits");
        assertThat(handled).isEmpty();

        facts(0, 9);
        facts(1, 9);

        assertThat(handled).containsExactly("waits");
    }

    @Test
    void whatWaitsIsHandledInOrderOfArrivalWhenItsDayOpens() {
        allSay(9);
        record(12, "c1");
        record(11, "b1");
        record(12, "c2");
        record(10, "a");
        record(11, "b2");
        assertThat(handled).containsExactly("a");

        allSay(10);
        assertThat(handled).containsExactly("a", "b1", "b2");

        allSay(11);
        assertThat(handled).containsExactly("a", "b1", "b2", "c1", "c2");
    }

    @Test
    void aDayWithoutRecordsClosesLikeAnyOther() {
        allSay(9);

        allSay(12);

        assertThat(closed).containsExactly(9, 10, 11, 12);
        assertThat(gate.openDay()).isEqualTo(13);
    }

    @Test
    void aPartitionThatStallsForDaysHoldsTheGateAndThenEachDayClosesByItself() {
        allSay(9);
        facts(0, 10);
        facts(0, 11);
        facts(0, 12);
        org(12);
        record(13, "of the 13th");
        assertThat(closed).containsExactly(9);
        assertThat(gate.holding()).containsExactly("facts/1");

        facts(1, 10);
        assertThat(closed).containsExactly(9, 10);
        facts(1, 11);
        facts(1, 12);

        assertThat(closed).containsExactly(9, 10, 11, 12);
        assertThat(handled).containsExactly("of the 13th");
        assertThat(gate.holding()).containsExactly("facts/0", "facts/1", "org/0");
    }

    @Test
    void doubledAndOldWatermarksCloseNothing() {
        allSay(9);

        allSay(9);
        allSay(3);

        assertThat(closed).containsExactly(9);
        assertThat(gate.openDay()).isEqualTo(10);
        assertThat(gate.recordedDate(ORG)).isEqualTo(10);
    }

    @Test
    void aRestartTakesUpTheOpenDayTheWatermarksAndWhatWaits() {
        allSay(9);
        facts(0, 10);
        record(11, "waits");

        gate = gate();
        assertThat(gate.openDay()).isEqualTo(10);
        assertThat(gate.firstDay()).isEqualTo(9);
        assertThat(gate.holding()).containsExactly("facts/1", "org/0");
        facts(1, 10);
        org(10);

        assertThat(closed).containsExactly(9, 10);
        assertThat(handled).containsExactly("waits");
    }

    @Test
    void aRestartBeforeTheFirstDayForgetsNoFirstWatermark() {
        facts(0, 5);

        gate = gate();
        facts(1, 9);
        org(9);

        assertThat(gate.firstDay()).isEqualTo(5);
    }

    @Test
    void aRestartBetweenAWatermarkAndTheCloseThatItAllowsLosesNothing() {
        allSay(9);
        gate.say(new Source("facts", 0), 10, 2);
        gate.say(new Source("facts", 1), 10, 2);
        gate.say(ORG, 10, 1);

        gate = gate();

        assertThat(gate.openDay()).isEqualTo(10);
        assertThat(gate.mayClose()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 0, Days.BEFORE_ALL})
    void aRecordOfAClosedDayBreaksTheTimeModel(int k) {
        allSay(9);

        assertThatThrownBy(() -> record(k, "too late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Days.text(k))
                .hasMessageContaining(Days.text(10));
        assertThat(handled).isEmpty();
    }
}
