package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.producers.sample.SampleData;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample by its mapping, against figures that were computed from the files without Upswing. */
class SampleTest {
    private static final LocalDate LAST = LocalDate.of(2017, 12, 31);

    @TempDir
    static Path directory;

    private static Export export;
    private static History history;

    @BeforeAll
    static void read() throws IOException {
        export = Export.read(Mapping.load(SampleData.copyTo(directory)), directory);
        history = History.of(export, Optional.empty());
    }

    @Test
    void everyRowIsRead() {
        assertThat(export.refused()).isEmpty();
        assertThat(export.rows()).isEqualTo(8_800 + 35);
        assertThat(history.firstDay()).isEqualTo("2016-10-20");
        assertThat(history.lastDay()).isEqualTo(LAST);
    }

    @Test
    void eachDealIsToldWhenCreatedAndWhenClosed() {
        List<DealEvent> events = deals(history).toList();

        assertThat(events)
                .filteredOn(event -> event.getEventId().endsWith(":created"))
                .hasSize(8_300);
        assertThat(events)
                .filteredOn(event -> event.getEventId().endsWith(":undated"))
                .hasSize(500);
        assertThat(closed(events, DealStatus.WON)).hasSize(4_238);
        assertThat(closed(events, DealStatus.LOST)).hasSize(2_473);
        assertThat(events).hasSize(8_300 + 500 + 4_238 + 2_473);
        assertThat(events).extracting(DealEvent::getEventId).doesNotHaveDuplicates();
    }

    @Test
    void noNameStandsInARecordThatIsKeptForEver() {
        Collection<String> names = export.names().values();

        assertThat(names).hasSize(35 + 6 + 3).contains("Darcel Schlecht", "Melvin Marxen", "Central");
        String log = history.days()
                .flatMap(history::records)
                .filter(record -> !(record instanceof ImportRecord.OfName))
                .map(ImportRecord::toString)
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
        assertThat(names).noneMatch(log::contains);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 90})
    void theHistoryHasTheFiguresOfEachRepTeamAndRegion(int days) throws IOException {
        Map<String, Figures> figures = figures(days);

        List<String[]> expected = expected(days);
        assertThat(expected).hasSize(35 + 6 + 3 + 1);
        for (String[] row : expected) {
            String key = row[0] + ":" + row[1];
            assertThat(figures.getOrDefault(key, new Figures()).row())
                    .as(key)
                    .isEqualTo(List.of(row[4], row[5], row[6], row[11], row[12], row[13], row[10]));
        }
    }

    private static Map<String, Figures> figures(int days) {
        Map<String, RepState> reps = new HashMap<>();
        Map<String, DealState> states = new TreeMap<>();
        history.days().flatMap(history::records).forEach(record -> {
            if (record instanceof ImportRecord.OfRep rep) {
                reps.put(rep.key(), (RepState) rep.event().getChange());
            } else if (record instanceof ImportRecord.OfDeal deal) {
                states.put(deal.key(), (DealState) deal.event().getChange());
            }
        });
        Map<String, Figures> figures = new HashMap<>();
        for (DealState deal : states.values()) {
            RepState rep = Objects.requireNonNull(reps.get(deal.getOwner()));
            Stream.of(
                            "rep:" + name("rep", deal.getOwner()),
                            "manager:" + name("team", rep.getTeam()),
                            "region:" + name("region", rep.getRegion()),
                            "all:ALL")
                    .forEach(unit ->
                            figures.computeIfAbsent(unit, key -> new Figures()).add(deal, LAST.minusDays(days)));
        }
        return figures;
    }

    private static String name(String kind, String id) {
        return Objects.requireNonNull(export.names().get(kind + ":" + id));
    }

    private static final class Figures {
        private long won;
        private long lost;
        private long revenueMinor;
        private long created;
        private long open;
        private long undated;
        private long cycleDays;

        void add(DealState deal, LocalDate before) {
            Optional<LocalDate> begun = Optional.ofNullable((LocalDate) deal.getCreated());
            Optional<LocalDate> closed = Optional.ofNullable((LocalDate) deal.getClosed());
            created += begun.filter(before::isBefore).stream().count();
            undated += begun.isEmpty() ? 1 : 0;
            open += begun.isPresent() && closed.isEmpty() ? 1 : 0;
            if (closed.filter(before::isBefore).isEmpty()) {
                return;
            }
            if (deal.getStatus() == DealStatus.WON) {
                won++;
                revenueMinor += deal.getAmountMinor();
                cycleDays += ChronoUnit.DAYS.between(begun.orElseThrow(), closed.orElseThrow());
            } else {
                lost++;
            }
        }

        /** As in the files: won, lost, revenue, created, open, undated, mean cycle. */
        List<String> row() {
            assertThat(revenueMinor % 100).isZero();
            String mean = won == 0 ? "" : String.format(java.util.Locale.ROOT, "%.4f", (double) cycleDays / won);
            return List.of(
                    Long.toString(won),
                    Long.toString(lost),
                    Long.toString(revenueMinor / 100),
                    Long.toString(created),
                    Long.toString(open),
                    Long.toString(undated),
                    mean);
        }
    }

    private static List<String[]> expected(int days) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                SampleTest.class.getResourceAsStream("/expected/expected-2017-12-31-%dd.csv".formatted(days)))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private static List<DealEvent> closed(List<DealEvent> events, DealStatus status) {
        return events.stream()
                .filter(event -> ((DealState) event.getChange()).getStatus() == status)
                .toList();
    }

    private static Stream<DealEvent> deals(History history) {
        return history.days()
                .flatMap(history::records)
                .filter(ImportRecord.OfDeal.class::isInstance)
                .map(record -> ((ImportRecord.OfDeal) record).event());
    }

    @Test
    void repsHoldFromTheFirstDay() {
        assertThat(history.records(history.firstDay())
                        .filter(ImportRecord.OfRep.class::isInstance)
                        .map(record -> ((ImportRecord.OfRep) record).event()))
                .hasSize(35)
                .extracting(RepEvent::getEffectiveFrom)
                .containsOnly(history.firstDay());
    }
}
