package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.Deal;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.Assignment;
import io.upswing.core.rep.Assignment.Leave;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.Timeline;
import io.upswing.core.rep.Timeline.Entry;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.Days;
import io.upswing.core.time.GateStore.State;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.core.time.Watermarks.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** The bytes of version 1. Where one of these fails, stores that exist can't be read: the version must go up. */
class FormatVersion1Test {
    private static final HexFormat HEX = HexFormat.of();
    private static final Sums SUMS = new Sums.Builder()
            .add(Measure.DEALS_WON, 1)
            .add(Measure.REVENUE, 250_00)
            .add(Measure.CYCLE_HISTOGRAM.key(14), 1)
            .add(Measure.OPEN_DEALS, -1)
            .build();
    private static final OrgChange CHANGE = new OrgChange(
            "R1",
            new SourceOrder(3, 1_500_000_000_000L, "e3"),
            17_000,
            Optional.of(new Assignment(
                    Optional.of("T"),
                    Optional.empty(),
                    OptionalInt.of(16_000),
                    List.of(new Leave(17_100, OptionalInt.empty())))));

    private static <T> void isWritten(Codec<T> codec, T value, String hex) {
        assertThat(HEX.formatHex(codec.toBytes(value))).isEqualTo(hex);
        assertThat(codec.fromBytes("store", HEX.parseHex(hex))).isEqualTo(value);
    }

    private static void isKey(Bytes key, String hex) {
        assertThat(HEX.formatHex(key.get())).isEqualTo(hex);
    }

    @Test
    void sums() {
        isWritten(SumsCodec.SUMS, Sums.ZERO, "0100");
        isWritten(SumsCodec.SUMS, SUMS, "01048050028040d086038e800102f21f01");
        isWritten(
                SumsCodec.CLOSED,
                new ClosedSums(List.of(SUMS.flows(), Sums.ZERO), SUMS.balances()),
                "0102038050028040d086038e800102000180b00201");
    }

    @Test
    void deals() {
        DealState state = new DealState(
                Status.WON,
                Optional.of("Won"),
                OptionalLong.of(250_00),
                Optional.empty(),
                OptionalInt.of(17_000),
                OptionalInt.of(17_014),
                OptionalInt.empty(),
                Optional.of("R1"),
                List.of(new Share("R1", 10_000)));
        Deal deal = Deal.UNKNOWN
                .merge(new SourceOrder(SourceOrder.UNVERSIONED, 1_500_000_000_000L, "e1"), new DealChange.Whole(state))
                .merge(new SourceOrder(2, 1_500_000_000_001L, "e2"), new DealChange.Merged("D2"))
                .merge(new SourceOrder(3, 1_500_000_000_002L, "e3"), new DealChange.Gap());

        isWritten(DealCodec.DEAL, Deal.UNKNOWN, "01000000000000000000000000000000000000000000");
        isWritten(
                DealCodec.DEAL,
                deal,
                "01030180e0bcefa7570265310482e0bcefa7570265320684e0bcefa757026533010103576f6e0101d0860301000101d089020101ec890201000101025231a09c010201024432020101020401010102523101010103");
    }

    @Test
    void orgChangesAndReps() {
        isWritten(OrgCodec.CHANGE, CHANGE, "010252310680e0bcefa757026533d0890201010154000180fa0101988b0200");
        isWritten(
                OrgCodec.REP,
                new Rep(new Timeline(List.of(new Entry(CHANGE, Days.BEFORE_ALL, 17_000))), true),
                "0101010252310680e0bcefa757026533d0890201010154000180fa0101988b0200ffffffff0fd08902");
    }

    @Test
    void theGatesState() {
        isWritten(TimeCodec.GATE, State.initial(), "01feffffff0f00");
        isWritten(
                TimeCodec.GATE,
                new State(17_001, new TreeMap<>(Map.of(new Source("facts", 5), new Span(16_990, 17_000, 6)))),
                "01d289020105666163747305bc8902d0890206");
    }

    @Test
    void unitDays() {
        isWritten(
                UnitDayCodec.UNIT_DAY,
                new UnitDay(OrgUnit.COMPANY, 17_001, 17_000, Sums.ZERO),
                "0107636f6d70616e79d28902d0890200");
    }

    @Test
    void keys() {
        isKey(Keys.subject("R1"), "00025231");
        isKey(Keys.pane("R1", 17_000), "0002523180004268");
        isKey(Keys.pane("é", Days.BEFORE_ALL), "0002c3a900000000");
        isKey(Keys.change(17_001, "R1", -1), "80004269000252317fffffff");
        isKey(Keys.waiting((byte) 1, 17_001, 258), "01800042690000000000000102");
        isKey(Keys.under((byte) 1, Keys.pane("R1", 0)), "010002523180000000");
    }
}
