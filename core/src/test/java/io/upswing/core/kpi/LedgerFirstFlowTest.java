package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The first day with flows is kept beside the sums, and is what the panes say, whatever is added, taken back and expires. */
class LedgerFirstFlowTest {
    private static final int FIRST = Days.of("2026-03-02");
    private static final Retention KEPT = new Retention(Period.ofDays(95));
    private static final List<String> SUBJECTS = List.of("ada", "bob");

    private final HeapPanes panes = new HeapPanes();
    private final HeapChanges changes = new HeapChanges();
    private final HeapClosedSums closed = new HeapClosedSums();
    private final HeapClosedSums evaluated = new HeapClosedSums();
    private Ledger ledger = ledger(7);

    private Ledger ledger(int days) {
        WindowSettings settings = new WindowSettings(List.of(new Rolling(days)), KEPT, WorkingCalendar.PLAIN);
        return new Ledger(panes, changes, closed, Optional.of(evaluated), settings);
    }

    @Property(tries = 60)
    void itIsWhatThePanesSay(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = random.nextInt(6); i > 0; i--) {
            add(random, Days.BEFORE_ALL, FIRST - random.nextInt(120));
        }
        ledger.openFirst(FIRST);
        int many = 1 + random.nextInt(5);

        for (int day = 0; day < 140; day++) {
            for (int i = random.nextInt(many); i > 0; i--) {
                add(random, ledger.openDay() + random.nextInt(2), ledger.openDay() - random.nextInt(130) + 4);
            }
            ledger.close();
            ledger.opened();
            if (random.nextInt(3) > 0) {
                evaluate();
            }
            if (random.nextInt(20) == 0) {
                restart(1 + random.nextInt(30));
            }
        }
    }

    private void add(Random random, int k, int day) {
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        Map.Entry<Integer, Sums> known = panes.between(subject, day, Integer.MAX_VALUE).entrySet().stream()
                .findFirst()
                .orElse(Map.entry(day, Sums.ZERO));
        boolean isTakenBack = !known.getValue().isZero() && random.nextBoolean();
        Measure measure = random.nextInt(4) == 0 ? Measure.OPEN_DEALS : Measure.DEALS_WON;
        ledger.add(
                subject,
                k,
                isTakenBack ? known.getKey() : day,
                isTakenBack
                        ? known.getValue().negated()
                        : new Sums.Builder().add(measure, 1).build());
    }

    private void evaluate() {
        while (ledger.foldedDay() + 1 < ledger.openDay()) {
            ledger.fold();
            SUBJECTS.forEach(subject -> assertThat(ledger.foldedSums(subject).firstFlow())
                    .as(subject + " on " + Days.text(ledger.foldedDay()))
                    .isEqualTo(bySearch(subject)));
        }
    }

    private int bySearch(String subject) {
        int first = KEPT.edge(ledger.foldedDay()) + 1;
        return ledger.foldedPanes(subject, first, ledger.foldedDay()).entrySet().stream()
                .filter(pane -> !pane.getValue().flows().isZero())
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(ClosedSums.NO_FLOW);
    }

    private void restart(int days) {
        int open = ledger.openDay();
        int folded = ledger.foldedDay();
        ledger = ledger(days);
        ledger.resume(open, folded);
        ledger.adoptWindows();
    }
}
