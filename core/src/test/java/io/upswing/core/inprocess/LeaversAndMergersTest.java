package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealChange.Field;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.source.SourceOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What CRMs do in bulk: hand a leaver's deals over, and merge duplicates. */
class LeaversAndMergersTest {
    private static final int DAY = 18_290;
    /** The window of 90 days. */
    private static final int WINDOW = 2;

    private final SortedMap<String, Snapshot> snapshots = new TreeMap<>();
    private final SortedMap<String, SortedMap<Integer, Sums>> panes = new TreeMap<>();
    private final Pipeline pipeline =
            new Pipeline(Setup.usual(30, true).settings(3), new Shuffled(3, 0.2, 0.02), new Observer() {
                @Override
                public Runnable sends(Snapshot snapshot) {
                    return () -> snapshots.put(snapshot.subject(), snapshot);
                }

                @Override
                public Runnable sends(String rep, int day, Sums pane) {
                    return () ->
                            panes.computeIfAbsent(rep, r -> new TreeMap<>()).put(day, pane);
                }
            });

    private static SourceOrder order(long version) {
        return new SourceOrder(version, version, "event");
    }

    private static DealChange deal(Status status, String owner, long amount, int created, OptionalInt closed) {
        return new DealChange.Whole(new DealState(
                status,
                Optional.empty(),
                OptionalLong.of(amount),
                Optional.empty(),
                OptionalInt.of(created),
                closed,
                OptionalInt.empty(),
                Optional.of(owner),
                List.of()));
    }

    private static DealChange open(String owner, long amount) {
        return deal(Status.OPEN, owner, amount, DAY - 20, OptionalInt.empty());
    }

    private static DealChange won(String owner, long amount, int day) {
        return deal(Status.WON, owner, amount, DAY - 20, OptionalInt.of(day));
    }

    private static DealChange handedTo(String rep) {
        return new DealChange.Patch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Field<>(Optional.of(rep))),
                Optional.empty());
    }

    private void isIn(String rep, String team) {
        pipeline.org(new OrgChange(
                rep,
                order(1),
                DAY - 100,
                Optional.of(new Assignment(Optional.of(team), Optional.empty(), OptionalInt.empty(), List.of()))));
    }

    private double value(String subject, Kpi kpi) {
        Snapshot snapshot = snapshots.get(subject);
        return snapshot == null ? 0 : snapshot.value(WINDOW, kpi).value().orElse(Double.NaN);
    }

    /** Of all reps and units, what hangs on closed deals. */
    private SortedMap<String, List<Double>> past() {
        SortedMap<String, List<Double>> past = new TreeMap<>();
        snapshots.keySet().forEach(subject -> {
            List<Double> values =
                    List.of(value(subject, Kpi.REVENUE), value(subject, Kpi.DEALS_WON), value(subject, Kpi.DEALS_LOST));
            if (values.stream().anyMatch(value -> value != 0)) {
                past.put(subject, values);
            }
        });
        return past;
    }

    @Test
    void aLeaversWonDealsHandedOverInBulkChangeNoPastKpiAndTheOpenOnesMove() {
        isIn("ann", "t1");
        isIn("bob", "t2");
        for (int i = 0; i < 20; i++) {
            pipeline.deal("won-" + i, order(1), open("ann", 100));
            pipeline.deal("won-" + i, order(2), won("ann", 100 + i, DAY - 15 + i / 2));
            pipeline.deal("lost-" + i, order(1), deal(Status.LOST, "ann", 7, DAY - 20, OptionalInt.of(DAY - 3)));
            pipeline.deal("open-" + i, order(1), open("ann", 1_000));
        }
        pipeline.watermark(DAY - 1);
        pipeline.watermark(DAY);
        pipeline.run();
        SortedMap<String, List<Double>> past = past();
        assertThat(past).containsOnlyKeys("ann", "team:t1", "company");
        assertThat(value("ann", Kpi.OPEN_PIPELINE)).isEqualTo(20_000);

        for (int i = 0; i < 20; i++) {
            pipeline.deal("won-" + i, order(9), handedTo("bob"));
            pipeline.deal("lost-" + i, order(9), deal(Status.LOST, "bob", 7, DAY - 20, OptionalInt.of(DAY - 3)));
            pipeline.deal("open-" + i, order(9), handedTo("bob"));
        }
        pipeline.watermark(DAY + 1);
        pipeline.run();

        assertThat(past()).isEqualTo(past);
        assertThat(value("ann", Kpi.REVENUE)).isEqualTo(20 * 100 + 190);
        assertThat(List.of("ann", "team:t1", "bob", "team:t2", "company"))
                .extracting(subject -> value(subject, Kpi.OPEN_PIPELINE))
                .containsExactly(0.0, 0.0, 20_000.0, 20_000.0, 20_000.0);
        assertThat(panes.getOrDefault("bob", new TreeMap<>()).values())
                .allSatisfy(pane -> assertThat(Kpi.REVENUE.of(pane).numerator()).isZero());
    }

    @Test
    void threeDealsMergedIntoAFourthCountOnce() {
        isIn("ann", "t1");
        pipeline.deal("a", order(1), won("ann", 100, DAY - 4));
        pipeline.deal("b", order(1), won("bob", 101, DAY - 5));
        pipeline.deal("c", order(1), open("ann", 102));
        pipeline.deal("d", order(1), open("ann", 103));
        pipeline.watermark(DAY - 1);
        pipeline.watermark(DAY);
        pipeline.run();
        assertThat(value("company", Kpi.DEALS_CREATED)).isEqualTo(4);

        pipeline.deal("d", order(2), won("ann", 500, DAY - 4));
        for (String duplicate : List.of("a", "b", "c")) {
            pipeline.deal(duplicate, order(2), new DealChange.Merged("d"));
        }
        pipeline.run();

        for (String subject : List.of("ann", "team:t1", "company")) {
            assertThat(value(subject, Kpi.DEALS_CREATED)).as(subject).isEqualTo(1);
            assertThat(value(subject, Kpi.DEALS_WON)).as(subject).isEqualTo(1);
            assertThat(value(subject, Kpi.REVENUE)).as(subject).isEqualTo(500);
            assertThat(value(subject, Kpi.OPEN_DEALS)).as(subject).isZero();
        }
        assertThat(value("bob", Kpi.DEALS_WON)).isZero();

        pipeline.deal("a", order(1), won("ann", 100, DAY - 4));
        pipeline.deal("c", order(1), open("ann", 102));
        pipeline.run();

        assertThat(value("company", Kpi.DEALS_CREATED))
                .as("what was merged stays so")
                .isEqualTo(1);
    }
}
