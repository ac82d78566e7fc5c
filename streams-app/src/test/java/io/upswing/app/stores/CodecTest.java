package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.entity.Activity;
import io.upswing.core.entity.Deal;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.EvaluationStore.Progress;
import io.upswing.core.rep.Rep;
import io.upswing.core.time.GateStore.State;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final int ROUNDS = 2_000;

    private static <T> void roundTrips(Codec<T> codec, Function<Samples, T> samples) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            T value = samples.apply(new Samples(seed));

            T read = codec.fromBytes("store", codec.toBytes(value));

            assertThat(read).as("seed %s", seed).isEqualTo(value);
        }
    }

    @Test
    void sumsComeBackAsTheyWere() {
        roundTrips(SumsCodec.SUMS, Samples::sums);
    }

    @Test
    void sumsUnderAnyKeysComeBackAsTheyWere() {
        Sums sums = new Sums.Builder()
                .add(Integer.MIN_VALUE, Long.MIN_VALUE)
                .add(-1, -1)
                .add(0, 1)
                .add(Integer.MAX_VALUE, Long.MAX_VALUE)
                .build();

        Sums read = SumsCodec.SUMS.fromBytes("store", SumsCodec.SUMS.toBytes(sums));

        assertThat(read.equals(sums)).isTrue();
    }

    @Test
    void closedSumsComeBackAsTheyWere() {
        roundTrips(SumsCodec.CLOSED, Samples::closedSums);
    }

    @Test
    void sourceOrdersComeBackAsTheyWere() {
        roundTrips(SourceOrderCodec.SOURCE_ORDER, Samples::order);
    }

    @Test
    void dealsComeBackAsTheyWere() {
        roundTrips(DealCodec.DEAL, Samples::deal);
        roundTrips(DealCodec.DEAL, samples -> Deal.UNKNOWN);
    }

    @Test
    void activitiesComeBackAsTheyWere() {
        roundTrips(ActivityCodec.ACTIVITY, Samples::activity);
        roundTrips(ActivityCodec.ACTIVITY, samples -> Activity.UNKNOWN);
    }

    @Test
    void recordsOfHrComeBackAsTheyWere() {
        roundTrips(OrgCodec.RECORD, Samples::orgChange);
        roundTrips(OrgCodec.RECORD, Samples::quotaChange);
    }

    @Test
    void repsComeBackAsTheyWere() {
        roundTrips(OrgCodec.REP, Samples::rep);
        roundTrips(OrgCodec.REP, samples -> Rep.UNKNOWN);
    }

    @Test
    void theGatesStateComesBackAsItWas() {
        roundTrips(TimeCodec.GATE, samples -> new State(samples.day(), samples.spans()));
        roundTrips(TimeCodec.GATE, samples -> State.initial());
    }

    @Test
    void howFarEvaluationsAreComesBackAsItWas() {
        roundTrips(TimeCodec.PROGRESS, samples -> new Progress(samples.day(), samples.spans()));
    }

    @Test
    void unitDaysComeBackAsTheyWere() {
        roundTrips(UnitDayCodec.UNIT_DAY, samples -> samples.unitDay(samples.day()));
    }

    @Test
    void anotherReleasesFormatIsRefusedAndTheMessageSaysWhatToDo() {
        byte[] value = SumsCodec.SUMS.toBytes(Sums.ZERO);
        value[0] = (byte) 200;

        assertThatThrownBy(() -> SumsCodec.SUMS.fromBytes("rep-panes", value))
                .isInstanceOf(UnknownFormatException.class)
                .hasMessageContaining("rep-panes")
                .hasMessageContaining("holds values in format version 200")
                .hasMessageContaining("knows version 3 only")
                .hasMessageContaining("run a release of the app that knows version 200")
                .hasMessageContaining("./upswing reset");
    }

    @Test
    void aValueWithBytesLeftOverIsRefused() {
        byte[] value = Arrays.copyOf(SumsCodec.SUMS.toBytes(Sums.ZERO), 7);

        assertThatThrownBy(() -> SumsCodec.SUMS.fromBytes("rep-panes", value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a value in the store rep-panes has 5 bytes too many");
    }
}
