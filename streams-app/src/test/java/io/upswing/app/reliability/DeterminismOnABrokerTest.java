package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.UpswingApp;
import io.upswing.app.topology.StageObserver;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismOnABrokerTest {
    private static final LocalDate UNTIL = LocalDate.of(2017, 3, 31);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void oneAndThreeThreadsGiveTheSameClosesEvaluationsIssuesAndPlans(@TempDir Path dir) throws Exception {
        try (EmbeddedStack stack = EmbeddedStack.start(StackOptions.in(dir.resolve("stack")))) {
            Site ofOne = site(stack, "one.", 1, dir);
            Site ofThree = site(stack, "three.", 3, dir);
            Closes one = closes(ofOne, dir.resolve("sample"));
            Closes three = closes(ofThree, dir.resolve("sample"));

            assertThat(one.reps.keySet()).hasSizeGreaterThan(20);
            assertThat(one.evaluations.keySet()).hasSizeGreaterThan(20);
            assertSame(three.reps, one.reps);
            assertSame(three.units, one.units);
            assertSame(three.evaluations, one.evaluations);
            Told told = Told.of(ofOne);
            assertThat(told.issueEvents()).isNotEmpty();
            assertThat(told.planEvents()).isNotEmpty();
            assertThat(told.results()).isNotEmpty();
            Told.of(ofThree).happenedAs(told, "three threads");
        }
    }

    /** Compares day by day: whole maps of closes would drown a difference. */
    private static <V> void assertSame(
            Map<String, SortedMap<Integer, V>> actual, Map<String, SortedMap<Integer, V>> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((subject, days) -> {
            SortedMap<Integer, V> others = actual.getOrDefault(subject, new TreeMap<>());
            assertThat(others.keySet()).as(subject).isEqualTo(days.keySet());
            days.forEach((day, seen) -> assertThat(others.get(day))
                    .as(subject + " on " + Days.text(day))
                    .isEqualTo(seen));
        });
    }

    private static Site site(EmbeddedStack stack, String prefix, int threads, Path dir) throws Exception {
        return new Site(stack.bootstrapServers(), stack.registryUrl(), prefix, dir.resolve(prefix + "state"))
                .with("stream.threads", Integer.toString(threads))
                .createTopics();
    }

    private static Closes closes(Site site, Path sample) throws Exception {
        site.importSample(sample, UNTIL);
        Closes closes = new Closes();
        try (UpswingApp app = UpswingApp.start(site.config(), List.of(closes))) {
            assertThat(app.awaitRunning(PATIENCE)).isTrue();
            closes.awaitEvaluated(UNTIL);
        }
        return closes;
    }

    /** What was seen at each close; what a task sees again after a failure replaces what it saw before. */
    private static final class Closes implements StageObserver {
        final Map<String, SortedMap<Integer, List<Sums>>> reps = new ConcurrentSkipListMap<>();
        final Map<String, SortedMap<Integer, List<Sums>>> units = new ConcurrentSkipListMap<>();
        final Map<String, SortedMap<Integer, Map<String, Sums>>> evaluations = new ConcurrentSkipListMap<>();
        private final Map<Integer, Integer> evaluated = new ConcurrentSkipListMap<>();

        @Override
        public void repCloses(int task, int day, Ledger ledger) {
            note(reps, day, ledger);
        }

        @Override
        public void unitCloses(int task, int day, Ledger ledger) {
            note(units, day, ledger);
        }

        private static void note(Map<String, SortedMap<Integer, List<Sums>>> closes, int day, Ledger ledger) {
            for (String subject : ledger.subjects()) {
                List<Sums> sums = ledger.windowSums(subject);
                if (!sums.stream().allMatch(Sums::isZero)) {
                    closes.computeIfAbsent(subject, s -> new ConcurrentSkipListMap<>())
                            .put(day, sums);
                }
            }
        }

        @Override
        public void evaluates(int task, Evaluation evaluation) {
            Map<String, Sums> seen = new TreeMap<>();
            seen.put("own", evaluation.own(evaluation.day()).plus(evaluation.ownBalance()));
            for (OrgUnit unit : evaluation.units()) {
                seen.put(unit.key(), evaluation.market(unit, evaluation.day()).plus(evaluation.marketBalance(unit)));
            }
            evaluations
                    .computeIfAbsent(evaluation.rep(), rep -> new ConcurrentSkipListMap<>())
                    .put(evaluation.day(), seen);
        }

        @Override
        public void days(String stage, int task, int openDay, int evaluatedDay) {
            if (stage.equals("rep")) {
                evaluated.put(task, evaluatedDay);
            }
        }

        void awaitEvaluated(LocalDate day) throws InterruptedException {
            Instant end = Instant.now().plus(PATIENCE);
            while (evaluated.size() < 3 || evaluated.values().stream().anyMatch(e -> e != Days.of(day))) {
                assertThat(Instant.now()).as("evaluated: %s", evaluated).isBefore(end);
                Thread.sleep(50);
            }
        }
    }
}
