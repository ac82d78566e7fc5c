package io.upswing.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final LocalDate DECLINE = LocalDate.of(2024, 3, 1);

    @Test
    void theSameSeedGivesTheSameBytes() {
        Simulation simulation = new Simulation(Simulations.small(7));

        assertThat(Simulations.log(simulation.settings())).isEqualTo(Simulations.log(Simulations.small(7)));
        assertThat(simulation.days().toList())
                .isEqualTo(simulation.days().toList())
                .hasSize(180);
    }

    @Test
    void anotherSeedGivesAnotherOrganization() {
        List<String> one = Simulations.log(Simulations.small(7));

        List<String> other = Simulations.log(Simulations.small(8));

        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        assertThat(common).hasSizeLessThan(one.size() / 20);
    }

    @Test
    void aDeclineChangesOnlyThatRepAndOnlyFromItsFirstDayOn() {
        SimulationSettings before = Simulations.small(7);
        SimulationSettings after = before.with(new Decline("r007", DECLINE, before.lastDay(), 0.3));

        assertThat(Simulations.log(after, record -> !Simulations.isOf(record, "r007")))
                .isEqualTo(Simulations.log(before, record -> !Simulations.isOf(record, "r007")));
        assertThat(beforeDecline(Simulations.log(after))).isEqualTo(beforeDecline(Simulations.log(before)));
        assertThat(keys(before))
                .containsAll(keys(after))
                .hasSizeGreaterThan(keys(after).size() + 50);
    }

    private static List<String> beforeDecline(List<String> log) {
        return log.stream()
                .filter(line -> LocalDate.parse(line.substring(0, 10)).isBefore(DECLINE))
                .toList();
    }

    private static Set<String> keys(SimulationSettings settings) {
        return Simulations.records(settings).stream().map(SimulatedRecord::key).collect(Collectors.toSet());
    }

    @Test
    void aSteadyRepChangesNoOneElse() {
        SimulationSettings before = Simulations.small(7);

        SimulationSettings after = before.with(new SteadyRep("story", 21));

        assertThat(Simulations.log(after, record -> !Simulations.isOf(record, "story")))
                .isEqualTo(Simulations.log(before));
        assertThat(Simulations.log(after))
                .hasSizeGreaterThan(Simulations.log(before).size() + 200);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"LATE", "DUPLICATES", "SPLITS", "REOPENED", "DELETED", "BAD_RECORDS", "QUOTA_CHANGES", "PLANNED"})
    void anIngredientSwitchedOffLeavesAllElseAsItWas(Ingredient ingredient) {
        SimulationSettings with = Simulations.small(7);
        SimulationSettings without = with.with(ingredient, 0);
        Set<String> touched = Simulations.records(with).stream()
                .filter(record -> record.ingredients().contains(ingredient))
                .map(SimulatedRecord::key)
                .collect(Collectors.toSet());

        List<String> rest = Simulations.log(without, record -> !touched.contains(record.key()));

        assertThat(touched).isNotEmpty();
        assertThat(early(rest)).isEqualTo(early(Simulations.log(with, record -> !touched.contains(record.key()))));
        assertThat(Simulations.records(without))
                .noneMatch(record -> record.ingredients().contains(ingredient));
    }

    /** Without the last month: what is touched may be told after the end, and then nobody knows. */
    private static List<String> early(List<String> log) {
        LocalDate end = Simulations.FIRST.plusDays(150);
        return log.stream()
                .filter(line -> LocalDate.parse(line.substring(0, 10)).isBefore(end))
                .toList();
    }

    @Test
    void everyIngredientOccurs() {
        Map<Ingredient, Integer> counts = new EnumMap<>(Ingredient.class);

        Simulations.records(SimulationSettings.usual(2024, Simulations.ZONE, Currency.getInstance("EUR")))
                .forEach(record -> record.ingredients().forEach(of -> counts.merge(of, 1, Integer::sum)));

        assertThat(counts).containsOnlyKeys(Ingredient.values());
        counts.forEach((ingredient, count) -> assertThat(count)
                .as(ingredient.id())
                .isGreaterThanOrEqualTo(ingredient == Ingredient.LATE_HIRES ? 3 : 20));
    }

    @Test
    void twoYearsOf200RepsAreSomeHundredThousandRecords() {
        long records = new Simulation(SimulationSettings.usual(1, Simulations.ZONE, Currency.getInstance("EUR")))
                .days()
                .mapToLong(day -> day.records().size())
                .sum();

        assertThat(records).isBetween(300_000L, 600_000L);
    }

    @Test
    void theWeekAndTheSeasonsShow() {
        SimulationSettings settings = Simulations.small(3).of(60, 6, 2).over(Simulations.FIRST, 366);
        Map<DayOfWeek, Integer> week = new EnumMap<>(DayOfWeek.class);
        Map<Integer, Integer> months = new TreeMap<>();

        new Simulation(settings).days().forEach(day -> {
            int created = (int)
                    day.records().stream().filter(SimulationTest::isCreation).count();
            week.merge(day.day().getDayOfWeek(), created, Integer::sum);
            months.merge(day.day().getMonthValue(), created, Integer::sum);
        });

        assertThat(week.get(DayOfWeek.TUESDAY)).isGreaterThan(week.get(DayOfWeek.FRIDAY));
        assertThat(week.get(DayOfWeek.SATURDAY)).isPositive().isLessThan(week.getOrDefault(DayOfWeek.FRIDAY, 0) / 5);
        assertThat(months.get(8)).isLessThan(months.getOrDefault(3, 0) * 3 / 4);
    }

    private static boolean isCreation(SimulatedRecord record) {
        return record.isGood()
                && record.value() instanceof DealEvent event
                && event.getChange() instanceof DealState state
                && "prospect".equals(state.getStage())
                && !record.ingredients().contains(Ingredient.LATE)
                && !record.ingredients().contains(Ingredient.DUPLICATES);
    }

    @Test
    void aSteadyRepWinsAsManyDealsInEvery30DaysAsAskedFor() {
        SimulationSettings settings = Simulations.small(7).with(new SteadyRep("story", 21));

        NavigableMap<LocalDate, Integer> wins = wins(settings, "story");

        for (LocalDate day = Simulations.FIRST.plusDays(29); !day.isAfter(settings.lastDay()); day = day.plusDays(1)) {
            int sum = wins.subMap(day.minusDays(29), true, day, true).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(sum).as("30 days up to %s", day).isEqualTo(21);
        }
    }

    @Test
    void aDeclineTakesWinsAwayAtOnceAndARecoveryGivesThemBack() {
        LocalDate until = LocalDate.of(2024, 8, 31);
        SimulationSettings settings = Simulations.small(7)
                .over(Simulations.FIRST, 500)
                .with(new SteadyRep("story", 90))
                .with(new Decline("story", LocalDate.of(2024, 5, 1), until, 0.3));

        NavigableMap<LocalDate, Integer> wins = wins(settings, "story");

        assertThat(perDay(wins, LocalDate.of(2024, 2, 1), 90)).isEqualTo(3);
        assertThat(perDay(wins, LocalDate.of(2024, 5, 1), 30)).isBetween(0.5, 1.3);
        assertThat(perDay(wins, LocalDate.of(2024, 6, 1), 90)).isBetween(0.6, 1.2);
        assertThat(perDay(wins, LocalDate.of(2025, 1, 15), 90)).isEqualTo(3);
    }

    @Test
    void aDeclineOfClosingLosesDealsAndLeavesAllElseAsItWas() {
        LocalDate from = LocalDate.of(2024, 3, 1);
        LocalDate until = LocalDate.of(2024, 4, 30);
        SimulationSettings before = Simulations.small(7).with(new SteadyRep("story", 90));
        SimulationSettings after = before.with(new Decline("story", from, until, 0.3, Decline.Kind.CLOSING));

        NavigableMap<LocalDate, Integer> wins = wins(after, "story");

        assertThat(keys(after)).isEqualTo(keys(before));
        assertThat(perDay(wins, from, 61)).isBetween(0.6, 1.2);
        assertThat(perDay(wins, until.plusDays(1), 30)).isEqualTo(3);
    }

    @Test
    void aSteadyRepHasTheHabitsAskedFor() {
        Habits habits = new Habits(6, 10, 500, 4);
        SimulationSettings settings = Simulations.small(7).with(new SteadyRep("story", 21, Optional.of(habits)));

        List<SimulatedRecord> records = Simulations.records(settings).stream()
                .filter(record -> Simulations.isOf(record, "story"))
                .toList();

        LongSummaryStatistics amounts = records.stream()
                .filter(record -> record.value() instanceof DealEvent event && event.getChange() instanceof DealState)
                .mapToLong(record -> ((DealState) ((DealEvent) record.value()).getChange()).getAmountMinor())
                .summaryStatistics();
        assertThat(amounts.getCount()).isEqualTo(6 * 27);
        assertThat(amounts.getAverage()).isBetween(550_00.0, 850_00.0);
        Map<DayOfWeek, Long> activities = records.stream()
                .map(SimulatedRecord::key)
                .filter(key -> key.matches("story-a\\d+-\\d+"))
                .distinct()
                .collect(Collectors.groupingBy(
                        key -> Simulations.FIRST
                                .plusDays(Integer.parseInt(key.replaceAll("story-a|-\\d+$", "")) - 1L)
                                .getDayOfWeek(),
                        Collectors.counting()));
        assertThat(activities)
                .containsOnlyKeys(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        assertThat(activities.get(DayOfWeek.MONDAY)).isEqualTo(4 * 26);
    }

    private static double perDay(NavigableMap<LocalDate, Integer> wins, LocalDate from, int days) {
        return (double) wins.subMap(from, from.plusDays(days)).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                / days;
    }

    private static NavigableMap<LocalDate, Integer> wins(SimulationSettings settings, String rep) {
        NavigableMap<LocalDate, Integer> wins = new TreeMap<>();
        new Simulation(settings).days().forEach(day -> {
            long won = day.records().stream()
                    .filter(record -> Simulations.isOf(record, rep) && record.isGood())
                    .filter(record -> record.value() instanceof DealEvent event
                            && event.getChange() instanceof DealPatch patch
                            && patch.getStatus() == DealStatus.WON)
                    .count();
            wins.merge(day.day(), (int) won, Integer::sum);
        });
        return wins;
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        SimulationSettings settings = Simulations.small(1);

        assertThatIllegalArgumentException().isThrownBy(() -> settings.of(0, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.of(10, 2, 3))
                .withMessageContaining("regions");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.over(Simulations.FIRST, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.with(Ingredient.LATE, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.with(new Decline("r021", DECLINE, DECLINE, 0.5)))
                .withMessageContaining("r021");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.with(new SteadyRep("r001", 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Decline("r001", DECLINE, DECLINE, 1.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Habits(1, Double.NaN, 1, 1))
                .withMessageContaining("median cycle");
    }
}
