package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.rep.EvaluationStore;
import io.upswing.core.rep.EvaluationStore.Progress;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.OrgRecord;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.GateStore;
import io.upswing.core.time.GateStore.State;
import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingRecordsTest {
    private static final int OPERATIONS = 2_000;

    private StoreFixture stores;

    @BeforeEach
    void open(@TempDir Path directory) {
        stores = new StoreFixture(
                directory, List.of(StageStore.ENTITY_GATE, StageStore.REP_GATE, StageStore.REP_EVALUATIONS));
    }

    @AfterEach
    void close() {
        stores.close();
        assertThat(stores.openIterators()).isZero();
    }

    private GateStore<OrgRecord> gate() {
        return StoredGate.ofOrgRecords(stores.bytes(StageStore.REP_GATE));
    }

    private EvaluationStore evaluations() {
        return new StoredEvaluations(stores.bytes(StageStore.REP_EVALUATIONS));
    }

    private static OrgRecord change(String id) {
        return new OrgChange("R1", new SourceOrder(1, 1, id), 0, Optional.empty());
    }

    @Test
    void recordsComeBackInOrderOfArrivalAlsoAfterManyRestarts() {
        List<OrgRecord> arrived = IntStream.range(0, 300)
                .<OrgRecord>mapToObj(i -> change("event-" + (300 - i)))
                .toList();

        arrived.forEach(change -> gate().await(17_000, change));

        assertThat(gate().take(17_000)).isEqualTo(arrived);
        assertThat(gate().take(17_000)).isEmpty();
    }

    @Test
    void recordsOfOtherDaysKeepWaiting() {
        gate().await(17_000, change("today"));
        gate().await(17_001, change("tomorrow"));
        gate().await(-1, change("long ago"));

        assertThat(gate().take(17_000)).containsExactly(change("today"));
        assertThat(gate().take(17_001)).containsExactly(change("tomorrow"));
        assertThat(gate().take(-1)).containsExactly(change("long ago"));
    }

    @Test
    void theStateLiesBesideTheRecordsThatWait() {
        assertThat(gate().load()).isEqualTo(State.initial());
        State state = new State(17_000, new Samples(1).spans());

        gate().await(17_000, change("first"));
        gate().save(state);
        gate().await(17_000, change("second"));

        assertThat(gate().load()).isEqualTo(state);
        assertThat(gate().take(17_000)).containsExactly(change("first"), change("second"));
        assertThat(gate().load()).isEqualTo(state);
    }

    @Test
    void aDayGateTakesUpWhereItStopped() {
        Source source = new Source("org.reps", 0);
        DayGate<OrgRecord> before = new DayGate<>(List.of(new Input("org.reps", false)), gate());
        before.say(source, 17_000, 1);
        before.openFirstDay();
        before.await(17_001, change("waits"));

        DayGate<OrgRecord> after = new DayGate<>(List.of(new Input("org.reps", false)), gate());

        assertThat(after.openDay()).isEqualTo(17_000);
        assertThat(after.recordedDate(source)).isEqualTo(17_001);
        after.close();
        assertThat(after.opened()).containsExactly(change("waits"));
    }

    @Test
    void nothingWaitsInTheGateOfTheEntityStage() {
        GateStore<Void> gate = StoredGate.ofNothing(stores.bytes(StageStore.ENTITY_GATE));
        State state = new State(17_000, new Samples(2).spans());

        gate.save(state);

        assertThat(gate.load()).isEqualTo(state);
        assertThat(gate.take(17_000)).isEmpty();
    }

    @Test
    void unitDaysWaitByTheDayAtWhoseCloseTheyWereSent() {
        EvaluationStore evaluations = evaluations();
        TreeMap<Integer, List<UnitDay>> model = new TreeMap<>();
        Samples samples = new Samples(3);
        Progress progress = Progress.initial();
        for (int i = 0; i < OPERATIONS; i++) {
            int day = samples.day();
            if (samples.below(10) == 0) {
                List<UnitDay> expected = model.containsKey(day) ? model.remove(day) : List.of();
                assertThat(evaluations.take(day)).isEqualTo(expected);
                assertThat(evaluations.load()).isEqualTo(progress);
                progress = new Progress(samples.day(), samples.spans());
                evaluations.save(progress);
            } else {
                UnitDay unitDay = samples.unitDay(day);
                evaluations.await(unitDay);
                model.computeIfAbsent(day, closed -> new ArrayList<>()).add(unitDay);
            }
        }
    }

    @Test
    void aGateForReadingLetsNothingBeWritten() {
        gate().save(new State(17_000, new Samples(4).spans()));
        GateStore<OrgRecord> view = StoredGate.ofOrgRecords(ByteStore.readOnly("rep-gate", stores.store("rep-gate")));

        assertThat(view.load()).isEqualTo(gate().load());
        assertThatThrownBy(() -> view.save(State.initial())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.await(0, change("no"))).isInstanceOf(UnsupportedOperationException.class);
    }
}
