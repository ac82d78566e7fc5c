package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.DealChange;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Retelling;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.source.SourceOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Patches in any order, doubled, under event ids that entities share, say what whole states in order say. */
class PatchesEqualWholeStatesTest {
    private static final int FIRST = 18_290;
    private static final int LAST = FIRST + 20;
    private static final int SEEDS = 40;

    private long patched;
    private long cleared;
    private long counted;

    @Test
    void patchesInAnyOrderDoubledGiveTheSameKpisAsWholeStatesInOrder() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Retelling told = Retelling.of(seed, LAST, 12);
            Setup setup = Setup.usual(30, seed % 4 != 0).horizon(400);

            Recorder wholes = run(setup, told.wholes(), new InOrder(), seed);
            Recorder patches = run(setup, told.patches(), new Shuffled(seed, 0.2, 0.02), seed);

            assertThat(kpis(patches)).as("KPIs, seed " + seed).isEqualTo(kpis(wholes));
            assertThat(patches.panesFrom(LAST - 700)).as("panes, seed " + seed).isEqualTo(wholes.panesFrom(LAST - 700));
            count(told, wholes);
        }

        assertThat(patched).as("patches of deals").isGreaterThan(SEEDS * 20);
        assertThat(cleared).as("patches that clear").isGreaterThan(SEEDS);
        assertThat(counted).as("windows that hold something").isGreaterThan(SEEDS * 20);
    }

    private void count(Retelling told, Recorder wholes) {
        for (Change change : told.patches()) {
            if (change instanceof Change.OfDeal(String id, SourceOrder order, DealChange.Patch patch)) {
                patched++;
                cleared += patch.amount().map(field -> field.value().isEmpty()).orElse(false) ? 1 : 0;
                cleared += patch.closed().map(field -> field.value().isEmpty()).orElse(false) ? 1 : 0;
                cleared += patch.owner().map(field -> field.value().isEmpty()).orElse(false) ? 1 : 0;
            }
        }
        counted += kpis(wholes).values().stream()
                .flatMap(List::stream)
                .filter(sums -> !sums.isZero())
                .count();
    }

    /** Of each rep and unit of which there is something to tell, by window. */
    private static SortedMap<String, List<Sums>> kpis(Recorder run) {
        SortedMap<String, List<Sums>> kpis = new TreeMap<>();
        for (Snapshot snapshot : run.snapshots().values()) {
            if (!snapshot.isZero()) {
                kpis.put(snapshot.subject(), snapshot.sums());
            }
        }
        return kpis;
    }

    /** A third before any watermark, the rest on whichever days. */
    private static Recorder run(Setup setup, List<Change> changes, Scheduler scheduler, long seed) {
        Recorder recorder = new Recorder();
        Pipeline pipeline = new Pipeline(setup.settings(3), scheduler, recorder);
        List.of("ann", "bob", "cid", "dee").forEach(rep -> pipeline.org(isIn(rep, "t" + rep.codePointAt(0) % 2)));
        Random random = new Random(seed);
        int day = FIRST - 1;
        for (int i = 0; i < changes.size(); i++) {
            while (i > changes.size() / 3 && day < LAST && random.nextInt(changes.size()) < LAST - FIRST) {
                pipeline.watermark(day++);
            }
            append(pipeline, changes.get(i));
        }
        while (day <= LAST) {
            pipeline.watermark(day++);
        }
        pipeline.run();
        return recorder;
    }

    private static void append(Pipeline pipeline, Change change) {
        switch (change) {
            case Change.OfDeal deal -> pipeline.deal(deal.id(), deal.order(), deal.change());
            case Change.OfActivity activity -> pipeline.activity(activity.id(), activity.order(), activity.change());
            case Change.OfOrg org -> pipeline.org(org.change());
            case Change.OfQuota quota -> pipeline.quota(quota.change());
        }
    }

    private static OrgChange isIn(String rep, String team) {
        return new OrgChange(
                rep,
                new SourceOrder(1, 0, "hr"),
                FIRST - 500,
                Optional.of(new Assignment(Optional.of(team), Optional.empty(), OptionalInt.empty(), List.of())));
    }
}
