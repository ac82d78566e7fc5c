package io.upswing.producers.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.History;
import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Mapping;
import io.upswing.producers.sample.SampleData;
import io.upswing.producers.story.StoryFigures.Sale;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.RepState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStoryTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate MID_SEPTEMBER = LocalDate.of(2017, 9, 15);

    private static final DemoStory STORY = DemoStory.of(UTC, USD);
    private static final StoryFigures FIGURES = new StoryFigures(STORY, UTC);

    @TempDir
    private static Path directory = Path.of("");

    @Test
    void itIsAlwaysTheSame() {
        DemoStory again = DemoStory.of(UTC, USD);

        assertThat(StoryFigures.days().flatMap(again::records))
                .hasSizeGreaterThan(2_000)
                .isEqualTo(StoryFigures.days().flatMap(STORY::records).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Auckland", "America/Los_Angeles"})
    void eachRecordIsToldOnTheDayOnWhichItOccurred(String id) {
        ZoneId zone = ZoneId.of(id);
        DemoStory story = DemoStory.of(zone, USD);

        StoryFigures.days()
                .forEach(day -> assertThat(story.records(day).flatMap(record -> occurredAt(record).stream()))
                        .allMatch(at -> at.atZone(zone).toLocalDate().equals(day)));
    }

    private static Optional<Instant> occurredAt(ImportRecord record) {
        return switch (record) {
            case ImportRecord.OfDeal deal -> Optional.of(deal.event().getOccurredAt());
            case ImportRecord.OfActivity activity ->
                Optional.of(activity.event().getOccurredAt());
            case ImportRecord.OfRep rep -> Optional.of(rep.event().getOccurredAt());
            case ImportRecord.OfQuota quota -> Optional.of(quota.event().getOccurredAt());
            case ImportRecord.OfCommand command -> Optional.of(command.event().getOccurredAt());
            case ImportRecord.OfNote note -> Optional.of(note.note().getWrittenAt());
            case ImportRecord.OfName ignored -> Optional.empty();
        };
    }

    @Test
    void nothingIsToldBeforeTheFirstDayOrAfterTheLast() {
        assertThat(STORY.records(DemoStory.FIRST_DAY.minusDays(1))).isEmpty();
        assertThat(STORY.records(DemoStory.FIRST_DAY)).isNotEmpty();
        assertThat(STORY.records(DemoStory.LAST_DAY)).isNotEmpty();
        assertThat(STORY.records(DemoStory.LAST_DAY.plusDays(1))).isEmpty();
    }

    @Test
    void theRepIsMarkedAsSimulatedAndAloneInATeamWithoutRegion() {
        List<ImportRecord> first = STORY.records(DemoStory.FIRST_DAY).toList();

        assertThat(first)
                .filteredOn(ImportRecord.OfName.class::isInstance)
                .extracting(record -> record.key() + " "
                        + ((ImportRecord.OfName) record).name().getName())
                .containsExactly("team:simulated-team Simulated team", "rep:simulated-rep Sam Sample (simulated)");
        assertThat(first)
                .filteredOn(ImportRecord.OfRep.class::isInstance)
                .singleElement()
                .satisfies(record -> {
                    RepState state =
                            (RepState) ((ImportRecord.OfRep) record).event().getChange();
                    assertThat(record.key()).isEqualTo("simulated-rep");
                    assertThat(state.getTeam()).isEqualTo("simulated-team");
                    assertThat(state.getRegion()).isNull();
                });
        assertThat(StoryFigures.days().flatMap(STORY::records).map(ImportRecord::toString))
                .allMatch(text -> text.contains("\"source\": \"simulator\"")
                        || text.startsWith("OfName")
                        || text.startsWith("OfNote[key=simulated-rep."));
    }

    @Test
    void noIdIsOneOfTheSamples() throws IOException {
        History sample =
                History.of(Export.read(Mapping.load(SampleData.copyTo(directory)), directory), Optional.empty());
        Set<String> ofSample = sample.days()
                .flatMap(sample::records)
                .map(ImportRecord::key)
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(sample.firstDay()).isBefore(DemoStory.FIRST_DAY);
        assertThat(sample.lastDay()).isEqualTo(DemoStory.LAST_DAY);
        assertThat(StoryFigures.days().flatMap(STORY::records).map(ImportRecord::key))
                .allMatch(key -> key.contains("simulated-"))
                .noneMatch(ofSample::contains);
    }

    @Test
    void atLeast21DealsAreWonInEvery30DaysUpToTheFallAndAfterTheRecovery() {
        DemoStory.FIRST_CLOSE
                .plusDays(29)
                .datesUntil(DemoStory.FALL)
                .forEach(day -> assertThat(won(day.minusDays(29), day))
                        .as("up to %s", day)
                        .isGreaterThanOrEqualTo(21));
        DemoStory.RECOVERED
                .plusDays(29)
                .datesUntil(DemoStory.LAST_DAY.plusDays(1))
                .forEach(day -> assertThat(won(day.minusDays(29), day))
                        .as("up to %s", day)
                        .isGreaterThanOrEqualTo(21));
    }

    @Test
    void winsFallBySome70PercentAndRecoverInOctober() {
        double before = perDay(DemoStory.FIRST_CLOSE, DemoStory.FALL);

        assertThat(perDay(DemoStory.FALL, DemoStory.RECOVERY) / before).isBetween(0.25, 0.35);
        assertThat(perDay(DemoStory.RECOVERY, DemoStory.RECOVERED) / before).isBetween(0.5, 0.9);
        assertThat(perDay(DemoStory.RECOVERED, DemoStory.LAST_DAY.plusDays(1)) / before)
                .isBetween(0.95, 1.05);
    }

    private static long won(LocalDate from, LocalDate until) {
        return FIGURES.won(from, until).count();
    }

    private static double perDay(LocalDate from, LocalDate end) {
        return (double) won(from, end.minusDays(1)) / ChronoUnit.DAYS.between(from, end);
    }

    @Test
    void cycleAmountsAndWinShareAreLikeThoseOfTheSamplesReps() {
        List<Sale> closed = FIGURES.sales().stream()
                .filter(sale -> sale.isClosedIn(DemoStory.FIRST_CLOSE, DemoStory.FALL.minusDays(1)))
                .toList();
        List<Sale> won = closed.stream().filter(Sale::isWon).toList();

        assertThat((double) won.size() / closed.size()).isBetween(0.58, 0.68);
        assertThat(won.stream().mapToLong(Sale::amountMinor).average().orElseThrow())
                .isBetween(2_000_00.0, 2_800_00.0);
        assertThat(won.stream()
                        .mapToLong(sale -> ChronoUnit.DAYS.between(sale.created(), sale.closed()))
                        .average()
                        .orElseThrow())
                .isBetween(45.0, 60.0);
        assertThat(FIGURES.sales()).filteredOn(Sale::isOpen).hasSizeBetween(30, 90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04-01", "2017-05-01", "2017-06-01", "2017-07-01", "2017-11-01", "2017-12-01"})
    void aNormalMonthMeetsItsQuota(String month) {
        assertThat(attainment(QuotaPeriod.MONTH, LocalDate.parse(month))).isBetween(0.98, 1.12);
    }

    @Test
    void theThirdQuarterIsFarBehindByMidSeptemberAndMissed() {
        LocalDate quarter = LocalDate.of(2017, 7, 1);
        long quota = quota(QuotaPeriod.QUARTER, quarter);

        assertThat((double) FIGURES.revenue(quarter, MID_SEPTEMBER) / quota).isLessThan(0.65);
        assertThat(attainment(QuotaPeriod.QUARTER, LocalDate.of(2017, 4, 1))).isBetween(1.0, 1.1);
        assertThat(attainment(QuotaPeriod.QUARTER, quarter)).isLessThan(0.7);
        assertThat(attainment(QuotaPeriod.MONTH, LocalDate.of(2017, 9, 1))).isLessThan(0.4);
    }

    @Test
    void aQuarterIsTheSumOfItsMonths() {
        TreeMap<LocalDate, Long> months = new TreeMap<>(FIGURES.quotas(QuotaPeriod.MONTH));

        assertThat(months).hasSize(9);
        assertThat(FIGURES.quotas(QuotaPeriod.QUARTER))
                .hasSize(3)
                .allSatisfy((start, quota) -> assertThat(months.subMap(start, start.plusMonths(3)).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(quota));
    }

    private static long quota(QuotaPeriod period, LocalDate start) {
        return FIGURES.quotas(period).getOrDefault(start, 0L);
    }

    private static double attainment(QuotaPeriod period, LocalDate start) {
        LocalDate end = start.plusMonths(period == QuotaPeriod.MONTH ? 1 : 3);
        return (double) FIGURES.revenue(start, end.minusDays(1)) / quota(period, start);
    }

    @Test
    void theRepWorksOnEachWorkingDay() {
        Set<LocalDate> worked =
                FIGURES.work().stream().map(StoryFigures.Work::day).collect(Collectors.toSet());

        assertThat(DemoStory.FIRST_DAY.datesUntil(DemoStory.LAST_DAY.plusDays(1)))
                .allMatch(day -> worked.contains(day)
                        == (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY));
    }

    @Test
    void coachingAndTrainingAreInSeptemberAndOctoberOnceOrTwiceAWeek() {
        List<LocalDate> learned = FIGURES.work().stream()
                .filter(work -> Set.of(ActivityKind.COACHING, ActivityKind.TRAINING)
                        .contains(work.state().getKind()))
                .map(StoryFigures.Work::day)
                .toList();

        assertThat(learned).allMatch(day -> day.getMonthValue() == 9 || day.getMonthValue() == 10);
        assertThat(learned.stream()
                        .collect(Collectors.groupingBy(
                                day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                                Collectors.counting())))
                .hasSize(9)
                .allSatisfy((week, count) -> assertThat(count).isBetween(1L, 2L));
    }
}
