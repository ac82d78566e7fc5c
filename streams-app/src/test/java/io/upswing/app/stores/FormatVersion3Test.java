package io.upswing.app.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Cause;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Rejection;
import io.upswing.core.command.Stamp;
import io.upswing.core.entity.Activity;
import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.Deal;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Assignment.Leave;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Track;
import io.upswing.core.issues.Watch;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.PlanCommand;
import io.upswing.core.rep.Cases;
import io.upswing.core.rep.CommandResult;
import io.upswing.core.rep.EvaluationStore.Progress;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.QuotaChange.Slot;
import io.upswing.core.rep.Quotas;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.RuleStore;
import io.upswing.core.rep.Timeline;
import io.upswing.core.rep.Timeline.Entry;
import io.upswing.core.rep.UnitDay;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import io.upswing.core.time.Days;
import io.upswing.core.time.GateStore.State;
import io.upswing.core.time.Watermarks.Source;
import io.upswing.core.time.Watermarks.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** The bytes of version 3. Where one of these fails, stores that exist can't be read: the version must go up. */
class FormatVersion3Test {
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
                    List.of(new Leave(17_100, OptionalInt.empty())),
                    Optional.of("ae"))));

    private static final QuotaChange QUOTA = new QuotaChange(
            "R1",
            new SourceOrder(4, 1_500_000_000_000L, "q"),
            new Slot(Period.QUARTER, 16_983, 17_000),
            OptionalLong.of(90_000_00));

    private static final Author MANAGER = new Author("m1", Author.Role.MANAGER);
    private static final CommandHeader HEADER =
            new CommandHeader("c1", "R1", MANAGER, 1_500_000_000_000L, Optional.of("n1"));

    private static <T> void isWritten(Codec<T> codec, T value, String hex) {
        assertThat(HEX.formatHex(codec.toBytes(value))).isEqualTo(hex);
        assertThat(codec.fromBytes("store", HEX.parseHex(hex))).isEqualTo(value);
    }

    private static void isKey(Bytes key, String hex) {
        assertThat(HEX.formatHex(key.get())).isEqualTo(hex);
    }

    @Test
    void sums() {
        isWritten(SumsCodec.SUMS, Sums.ZERO, "0300");
        isWritten(SumsCodec.SUMS, SUMS, "03048050028040d086038e800102f21f01");
        isWritten(
                SumsCodec.CLOSED,
                new ClosedSums(List.of(SUMS.flows(), Sums.ZERO), SUMS.balances(), 17_000, 16_990),
                "0302038050028040d086038e800102000180b00201d08902bc8902");
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
                .merge(
                        new SourceOrder(SourceOrder.UNVERSIONED, 1_500_000_000_000L, "e1"),
                        "crm",
                        new DealChange.Whole(state))
                .merge(new SourceOrder(2, 1_500_000_000_001L, "e2"), "crm", new DealChange.Merged("D2"))
                .merge(new SourceOrder(3, 1_500_000_000_002L, "e3"), "erp", new DealChange.Gap());

        isWritten(DealCodec.DEAL, Deal.UNKNOWN, "030000000000000000000000000000000000000000000000");
        isWritten(
                DealCodec.DEAL,
                deal,
                "03030180e0bcefa7570265310482e0bcefa7570265320684e0bcefa757026533010103576f6e0101d0860301000101d089020101ec890201000101025231a09c0102010244320201010204010101025231030365727001010103");
    }

    @Test
    void activities() {
        ActivityState state = new ActivityState(
                Kind.MEETING,
                ActivityState.Status.DONE,
                Optional.of(new Moment(17_000, OptionalLong.of(1_468_800_000L))),
                Optional.of(new Moment(17_001, OptionalLong.empty())),
                Optional.of("R1"),
                Optional.of("D1"),
                Optional.empty(),
                Optional.of(Channel.MOBILE));
        Activity activity = Activity.UNKNOWN.merge(new SourceOrder(2, 7, "e1"), "crm", new ActivityChange.Whole(state));

        isWritten(ActivityCodec.ACTIVITY, Activity.UNKNOWN, "030000000000000000000000000000000000000000000000");
        isWritten(
                ActivityCodec.ACTIVITY,
                activity,
                "0301040e0265310101020101010101d089020180f0e0f80a0101d28902000101025231010102443101000101000000010363726d010100");
    }

    @Test
    void quotas() {
        isWritten(OrgCodec.RECORD, QUOTA, "03010252310880e0bcefa757017101ae8902d089020180d1ca08");
    }

    @Test
    void orgChangesAndReps() {
        Quotas quotas = new Quotas(new TreeMap<>(Map.of(QUOTA.slot(), new Versioned<>(QUOTA.order(), QUOTA.amount()))));

        isWritten(OrgCodec.RECORD, CHANGE, "03000252310680e0bcefa757026533d0890201010154000180fa0101988b020001026165");
        isWritten(
                OrgCodec.REP,
                new Rep(new Timeline(List.of(new Entry(CHANGE, Days.BEFORE_ALL, 17_000))), quotas, true),
                "0301010252310680e0bcefa757026533d0890201010154000180fa0101988b020001026165ffffffff0fd089020101ae8902d089020880e0bcefa75701710180d1ca08");
    }

    @Test
    void theGatesState() {
        isWritten(TimeCodec.GATE, State.initial(), "03feffffff0f00");
        isWritten(
                TimeCodec.GATE,
                new State(17_001, new TreeMap<>(Map.of(new Source("facts", 5), new Span(16_990, 17_000, 6)))),
                "03d289020105666163747305bc8902d0890206");
    }

    @Test
    void unitDays() {
        isWritten(
                UnitDayCodec.UNIT_DAY,
                new UnitDay(OrgUnit.COMPANY, 17_001, 17_000, Sums.ZERO),
                "0307636f6d70616e79d28902d0890200");
    }

    @Test
    void theStateOfEvaluations() {
        isWritten(
                TimeCodec.PROGRESS,
                new Progress(17_001, new TreeMap<>(Map.of(new Source("unit-days", 1), new Span(16_990, 17_000, 3)))),
                "03d289020109756e69742d6461797301bc8902d0890203");
    }

    /** Those are written as they are made: a change of one of them, or of what it is made of, is one of the format. */
    @Test
    void theShapesOfRecordsAreAsTheGoldenFileSays() throws IOException {
        String shapes = RecordShapes.of(
                Track.class,
                Cases.File.class,
                StoredCases.Count.class,
                StoredCommands.Waiting.class,
                CommandResult.class,
                RuleStore.Entry.class,
                ComputedWith.Kept.class);
        String name = "format-" + Format.VERSION + "-records.txt";
        if (Boolean.getBoolean("upswing.golden.write")) {
            Files.writeString(Path.of("src/test/resources", name), shapes);
        }

        try (InputStream golden = FormatVersion3Test.class.getResourceAsStream("/" + name)) {
            assertThat(shapes)
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8));
        }
    }

    @Test
    void issuesAndPlans() {
        IssueEvent seen = new IssueEvent(
                new Stamp("id", 17_001, 2, 1_500_000_000_000L),
                IssueEvent.Type.ACKNOWLEDGED,
                "i1",
                "R1",
                "rule",
                3,
                1,
                Rule.Severity.WARNING,
                true,
                Cause.of(HEADER),
                Optional.of(new IssueEvent.Run(16_990, 16_999)),
                Optional.empty(),
                Optional.of("why"),
                List.of("deal:D1"),
                OptionalInt.of(17_010),
                "Seen.");
        isWritten(
                new RecordCodec<>(Track.class),
                new Track(Watch.NEW, List.of(seen)),
                "030005515549455400000000010001026964d289020480e0bcefa7570c41434b4e4f574c45444745440269310252310472756c650602075741524e494e47010102633101026d31074d414e4147455201026e3101bc8902ce890200010377687901076465616c3a443101e48902055365656e2e");
        isWritten(
                new RecordCodec<>(StoredCommands.Waiting.class),
                new StoredCommands.Waiting(new RepCommand.OfPlan(HEADER, new PlanCommand.Extend("p1", 17_100))),
                "03064f66506c616e026331025231026d31074d414e4147455280e0bcefa75701026e3106457874656e64027031988b02");
        isWritten(
                new RecordCodec<>(CommandResult.class),
                new CommandResult(
                        "c1",
                        "R1",
                        17_001,
                        Optional.of(new Rejection(Rejection.Rule.WRONG_STATE, "is", "be")),
                        List.of("e1"),
                        "h"),
                "03026331025231d28902010b57524f4e475f5354415445026973026265010265310168");
        isWritten(new RecordCodec<>(StoredCases.Count.class), new StoredCases.Count(17_001, 4), "03d2890208");
        isWritten(
                new RecordCodec<>(ComputedWith.Kept.class),
                new ComputedWith.Kept(new TreeMap<>(Map.of("time-zone", "UTC"))),
                "03010974696d652d7a6f6e6503555443");
    }

    @Test
    void keys() {
        isKey(Keys.subject("R1"), "00025231");
        isKey(Keys.pane("R1", 17_000), "0002523180004268");
        isKey(Keys.pane("é", Days.BEFORE_ALL), "0002c3a900000000");
        isKey(Keys.change(17_001, "R1", -1), "80004269000252317fffffff");
        isKey(Keys.waiting((byte) 1, 17_001, 258), "01800042690000000000000102");
        isKey(Keys.under((byte) 1, Keys.pane("R1", 0)), "010002523180000000");
        isKey(Keys.pair("R1", "p1"), "0002523100027031");
        isKey(Keys.correction(17_001, "R1", "deal:D1", 17_000), "800042690002523100076465616c3a443180004268");
        isKey(Keys.single((byte) 2), "02");
    }
}
