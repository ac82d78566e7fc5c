package io.upswing.app.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.simulated.TruthDatabase.Fraction;
import io.upswing.app.simulated.TruthDatabase.Of;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationSettings;
import io.upswing.producers.simulator.TruthFiles;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of 200 reps, with all that CRMs and HR systems do, against a query over the truth. */
final class SimulatedKpisTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Currency CURRENCY = Currency.getInstance("EUR");
    /** What is 0 where nothing happened; all else is empty. */
    private static final Set<Kpi> ZERO_WITHOUT_DATA = EnumSet.of(
            Kpi.DEALS_CREATED,
            Kpi.DEALS_WON,
            Kpi.DEALS_LOST,
            Kpi.REVENUE,
            Kpi.OPEN_DEALS,
            Kpi.OPEN_PIPELINE,
            Kpi.WON_HELD,
            Kpi.OPEN_HELD,
            Kpi.STALE_DEALS);
    /** Below, a median is exact; above, it is within 0.8 %. */
    private static final long EXACT_BELOW = 128;

    private static final double ERROR = 0.008;
    private static final int DIFFERENCES_SHOWN = 20;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theKpisAtTenClosesAreThoseOfAQueryOverTheTruth() {
        SimulationSettings settings = SimulationSettings.usual(2024, ZONE, CURRENCY);
        Simulation simulation = new Simulation(settings);
        // Among them the ends of a month, a quarter and a year, a weekend, and the last day.
        Set<LocalDate> closes = new TreeSet<>(IntStream.rangeClosed(1, 10)
                .mapToObj(i -> settings.firstDay().plusDays(i * 73L))
                .toList());

        AppRun app;
        try (TruthFiles truth = new TruthFiles(folder, settings)) {
            app = AppRun.of(simulation, closes, truth::add);
        }

        try (TruthDatabase truth = TruthDatabase.read(folder, CURRENCY.getCurrencyCode(), Month.JANUARY)) {
            List<String> differences = new ArrayList<>();
            Map<String, Integer> compared = new TreeMap<>();
            for (LocalDate day : closes) {
                Map<Of, Fraction> known = truth.at(day);
                differences.addAll(differences(day, app.at(day), known));
                known.forEach((of, value) -> compared.merge(of.kpi(), value.numerator() == 0 ? 0 : 1, Integer::sum));
            }
            assertThat(differences.stream().limit(DIFFERENCES_SHOWN)).isEmpty();
            assertThat(compared.keySet())
                    .containsAll(Arrays.stream(Kpi.values()).map(Kpi::id).toList());
            assertThat(compared.values()).allMatch(count -> count > 500);
        }
        assertThat(app.refused()).isEqualTo(app.absurd()).isGreaterThan(10);
    }

    private static List<String> differences(LocalDate day, Map<String, List<Sums>> app, Map<Of, Fraction> truth) {
        Set<String> subjects = new TreeSet<>(app.keySet());
        truth.keySet().forEach(of -> subjects.add(of.subject()));
        assertThat(subjects).contains("r001", "r200", "team:t01", "team:t20", "region:g4", "company");
        List<String> differences = new ArrayList<>();
        for (String subject : subjects) {
            List<Sums> windows = app.getOrDefault(subject, List.of());
            for (int i = 0; i < Window.DEFAULT_IDS.size(); i++) {
                Sums sums = windows.isEmpty() ? Sums.ZERO : windows.get(i);
                for (Kpi kpi : Kpi.values()) {
                    Of of = new Of(subject, Window.DEFAULT_IDS.get(i), kpi.id());
                    Fraction none = new Fraction(0, ZERO_WITHOUT_DATA.contains(kpi) ? 1 : 0);
                    difference(of, kpi.of(sums), truth.getOrDefault(of, none))
                            .ifPresent(text -> differences.add(day + " " + text));
                }
            }
        }
        return differences;
    }

    private static Optional<String> difference(Of of, KpiValue value, Fraction expected) {
        boolean equal = of.kpi().contains("median") ? isMedian(value, expected) : isExactly(value, expected);
        return equal ? Optional.empty() : Optional.of(of + " is " + value + ", not " + expected);
    }

    private static boolean isExactly(KpiValue value, Fraction expected) {
        if (value.isEmpty() || expected.denominator() == 0) {
            return value.isEmpty() && expected.denominator() == 0;
        }
        BigInteger mine = BigInteger.valueOf(value.numerator()).multiply(BigInteger.valueOf(expected.denominator()));
        return mine.equals(BigInteger.valueOf(expected.numerator()).multiply(BigInteger.valueOf(value.denominator())));
    }

    private static boolean isMedian(KpiValue value, Fraction expected) {
        if (value.isEmpty() || Math.abs(expected.numerator()) < EXACT_BELOW * expected.denominator() / 2) {
            return isExactly(value, expected);
        }
        double median = (double) expected.numerator() / expected.denominator();
        return Math.abs(value.value().orElseThrow() - median) <= Math.abs(median) * ERROR;
    }
}
