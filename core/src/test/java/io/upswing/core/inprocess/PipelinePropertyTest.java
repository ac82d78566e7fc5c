package io.upswing.core.inprocess;

import io.upswing.core.inprocess.history.Arrival;
import io.upswing.core.inprocess.history.Layout;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.history.Story;
import io.upswing.core.inprocess.model.Known;
import io.upswing.core.inprocess.model.Model;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any history, in any interleaving, with crashes anywhere, gives at each close of day what a recomputation of everything
 * gives. {@code -Dupswing.property.runs=N} sets how many histories are tried for each number of partitions, and
 * {@code -Dupswing.property.seed=N} where the seeds begin.
 */
class PipelinePropertyTest {
    private static final int RUNS = Integer.getInteger("upswing.property.runs", 50);
    private static final long FIRST_SEED = Long.getLong("upswing.property.seed", 1);
    private static final int INTERLEAVINGS = 2;

    /** One run, named by what is needed to do it again. */
    private record Case(long seed, int partitions) {
        private Random random(int purpose) {
            return new Random((seed * 10 + partitions) * 31 + purpose);
        }

        Setup setup() {
            Random random = random(-1);
            int maxDaysAhead = List.of(1, 2, 30).get(random.nextInt(3));
            boolean keepCredit = random.nextInt(4) != 0;
            Period kept = random.nextBoolean() ? Period.ofDays(100) : Period.ofMonths(4);
            return random.nextBoolean()
                    ? Setup.usual(maxDaysAhead, keepCredit)
                    : Setup.shortLived(kept, maxDaysAhead, keepCredit);
        }

        Log log() {
            Random random = random(-2);
            int first =
                    Math.toIntExact(LocalDate.of(2019 + random.nextInt(3), 1, 1).toEpochDay() + random.nextInt(365));
            int days = random.nextInt(10) == 0 ? 130 : 8 + random.nextInt(40);
            List<Arrival> story =
                    Story.of(random, first, first + days, setup().rules().fiscalYearStart(), 1 + random.nextInt(30));
            return new Layout(random, first, first + days).loose(story, partitions);
        }

        Checker checker(Log log, SortedMap<Integer, Known> days) {
            return new Checker(log, setup().rules().windows(), days);
        }

        Scheduler scheduler(int interleaving) {
            Random random = random(interleaving);
            double commit = List.of(0.5, 0.2, 0.05).get(random.nextInt(3));
            return new Shuffled(random.nextLong(), commit, random.nextInt(3) == 0 ? 0 : commit / 5);
        }
    }

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void everyKpiEqualsARecomputationAtEveryClose(int partitions) {
        Reached reached = new Reached();

        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            run(new Case(seed, partitions), reached);
        }

        reached.mustHaveReachedEverything(partitions);
    }

    private static void run(Case one, Reached reached) {
        Log log = one.log();
        SortedMap<Integer, Known> days = Model.days(log, one.setup().rules());
        reached.add(log, one.setup().rules(), days);
        for (int interleaving = 0; interleaving < INTERLEAVINGS; interleaving++) {
            Checker checker = one.checker(log, days);
            try {
                reached.add(one.setup().run(log, one.scheduler(interleaving), checker));
            } catch (RuntimeException | AssertionError e) {
                fail(one, interleaving, log, List.of(e.toString()), e);
            }
            List<String> problems = checker.problems();
            if (!problems.isEmpty()) {
                fail(one, interleaving, log, problems, null);
            }
        }
    }

    private static void fail(Case one, int interleaving, Log log, List<String> problems, @Nullable Throwable cause) {
        Log smallest = Smallest.of(
                log, candidate -> problem(one, interleaving, candidate).isPresent());
        throw new AssertionError(
                one + ", interleaving " + interleaving + ":\n" + String.join("\n", problems)
                        + "\nA smallest log, where "
                        + problem(one, interleaving, smallest).orElse("all is well") + "\n" + smallest,
                cause);
    }

    private static Optional<String> problem(Case one, int interleaving, Log log) {
        try {
            Checker checker = one.checker(log, Model.days(log, one.setup().rules()));
            one.setup().run(log, one.scheduler(interleaving), checker);
            return checker.problems().stream().findFirst();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e.toString());
        }
    }
}
