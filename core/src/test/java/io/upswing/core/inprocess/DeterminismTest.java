package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.inprocess.history.Arrival;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Layout;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.history.Story;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same records, each with the same recorded date, give the same, however they are partitioned and interleaved. */
class DeterminismTest {
    private static final int FIRST = 18_290;
    private static final int LAST = FIRST + 30;
    private static final Setup SETUP = Setup.shortLived(Period.ofDays(100), 2, true);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSameLogGivesTheSameOnAnyPartitionsInAnyInterleaving(long seed) {
        List<Arrival> story =
                Story.of(new Random(seed), FIRST, LAST, SETUP.rules().fiscalYearStart(), 40);
        Log reference = log(seed, story, 1);
        Recorder undisturbed = record(reference, new InOrder());

        for (int partitions : new int[] {2, 4, 6}) {
            Log log = log(seed, story, partitions);
            assertThat(recordedDates(log)).isEqualTo(recordedDates(reference));
            for (int interleaving = 0; interleaving < 3; interleaving++) {
                Recorder run = record(log, new Shuffled(seed * 100 + interleaving, 0.1, 0.02));

                String which = "seed " + seed + ", " + partitions + " partitions, interleaving " + interleaving;
                assertThat(run.closes()).as(which).isEqualTo(undisturbed.closes());
                assertThat(run.evaluations()).as(which).isEqualTo(undisturbed.evaluations());
                assertThat(run.snapshots()).as(which).isEqualTo(undisturbed.snapshots());
                assertThat(run.panesFrom(LAST - 98)).as(which).isEqualTo(undisturbed.panesFrom(LAST - 98));
            }
        }

        assertThat(undisturbed.closes()).containsKeys("ann", "company");
        assertThat(undisturbed.closes().keySet()).anyMatch(subject -> subject.startsWith("team:"));
        assertThat(undisturbed.closes().get("company"))
                .anyMatch(close -> close.contains("QUOTA_"))
                .anyMatch(close -> close.contains("ACTIVITY_AGE"))
                .anyMatch(close -> close.contains("DEALS_WON"));
        assertThat(undisturbed.evaluations().get("ida")).hasSizeGreaterThan(1);
    }

    private static Log log(long seed, List<Arrival> story, int partitions) {
        return new Layout(new Random(seed * 10 + partitions), FIRST, LAST).exact(story, partitions);
    }

    private static Recorder record(Log log, Scheduler scheduler) {
        Recorder recorder = new Recorder();
        SETUP.run(log, scheduler, recorder);
        return recorder;
    }

    /** Of each key, in order: what was written and when it was recorded. */
    private static Map<String, List<String>> recordedDates(Log log) {
        SortedMap<String, List<String>> dates = new TreeMap<>();
        log.all().forEach(partition -> {
            int said = Integer.MIN_VALUE;
            for (Log.Entry entry : partition) {
                switch (entry) {
                    case Log.Closed(int day) -> said = Math.max(said, day);
                    case Log.Written(Change change) ->
                        dates.computeIfAbsent(change.topic() + " " + change.key(), key -> new ArrayList<>())
                                .add(said + " " + change);
                }
            }
        });
        return dates;
    }
}
