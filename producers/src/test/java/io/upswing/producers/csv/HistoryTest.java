package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Optional<LocalDate> ALL = Optional.empty();

    @TempDir
    Path directory;

    @Test
    void aClosedDealIsOpenWhenCreatedAndWholeWhenClosed() {
        History history = history(ALL, "D1,Anna,Won,2017-01-02,2017-01-05,1054");

        DealEvent created = onlyDeal(history, "2017-01-02");
        assertThat(created.getEventId()).isEqualTo("deals:D1:created");
        assertThat(created.getSource()).isEqualTo("test-crm");
        assertThat(created.getSourceVersion()).isNull();
        assertThat(created.getOccurredAt()).isEqualTo(Instant.parse("2017-01-01T23:00:00Z"));
        assertThat(state(created).getStatus()).isEqualTo(DealStatus.OPEN);
        assertThat(state(created).getStage()).isNull();
        assertThat(state(created).getAmountMinor()).isNull();
        assertThat(state(created).getClosed()).isNull();
        assertThat(state(created).getCreated()).isEqualTo(LocalDate.of(2017, 1, 2));
        assertThat(state(created).getOwner()).startsWith("rep-");

        DealEvent closed = onlyDeal(history, "2017-01-05");
        assertThat(closed.getEventId()).isEqualTo("deals:D1:closed");
        assertThat(closed.getOccurredAt()).isEqualTo(Instant.parse("2017-01-05T22:59:59.999Z"));
        assertThat(state(closed).getStatus()).isEqualTo(DealStatus.WON);
        assertThat(state(closed).getStage()).isEqualTo("Won");
        assertThat(state(closed).getAmountMinor()).isEqualTo(105_400);
        assertThat(state(closed).getCurrency()).isEqualTo("USD");
        assertThat(state(closed).getCreated()).isEqualTo(LocalDate.of(2017, 1, 2));
        assertThat(state(closed).getClosed()).isEqualTo(LocalDate.of(2017, 1, 5));
        assertThat(state(closed).getOwner()).isEqualTo(state(created).getOwner());
    }

    @Test
    void anOpenDealKeepsItsAmountFromTheDayItWasCreated() {
        History history = history(ALL, "D1,Anna,Engaging,2017-01-02,,7");

        assertThat(state(onlyDeal(history, "2017-01-02")).getAmountMinor()).isEqualTo(700);
    }

    @Test
    void aDealClosedOnTheDayItWasCreatedIsToldTwiceCreationFirst() {
        History history = history(ALL, "D1,Anna,Won,2017-01-02,2017-01-02,1", "D2,Anna,Engaging,2017-01-02,,1");

        assertThat(deals(history, "2017-01-02"))
                .extracting(DealEvent::getEventId)
                .containsExactly("deals:D1:created", "deals:D2:created", "deals:D1:closed");
    }

    @Test
    void aDealClosedBeforeItWasCreatedIsToldOnceOnTheLaterDay() {
        History history = history(ALL, "D1,Anna,Lost,2017-01-05,2017-01-02,0");

        assertThat(history.firstDay()).isEqualTo("2017-01-02");
        assertThat(deals(history, "2017-01-02")).isEmpty();
        DealEvent closed = onlyDeal(history, "2017-01-05");
        assertThat(closed.getEventId()).isEqualTo("deals:D1:closed");
        assertThat(state(closed).getClosed()).isEqualTo(LocalDate.of(2017, 1, 2));
    }

    @Test
    void aClosedDealWithoutCreationIsToldWhenClosed() {
        History history = history(ALL, "D1,Anna,Won,,2017-01-05,1");

        assertThat(state(onlyDeal(history, "2017-01-05")).getCreated()).isNull();
    }

    @Test
    void dealsWithoutAnyDateAreToldOnTheLastDayWithoutBeingCreated() {
        History history = history(ALL, "D1,Anna,Engaging,,,", "D2,Anna,Won,2017-01-02,2017-01-05,1");

        assertThat(deals(history, "2017-01-05"))
                .extracting(DealEvent::getEventId)
                .containsExactly("deals:D2:closed", "deals:D1:undated");
        DealState undated = state(deals(history, "2017-01-05").getLast());
        assertThat(undated.getStatus()).isEqualTo(DealStatus.OPEN);
        assertThat(undated.getCreated()).isNull();
    }

    @Test
    void everyDayFromFirstToLastIsThereAlsoThoseWithoutARecord() {
        History history = history(ALL, "D1,Anna,Won,2017-01-02,2017-01-05,1");

        assertThat(history.days()).extracting(LocalDate::getDayOfMonth).containsExactly(2, 3, 4, 5);
        assertThat(history.records(LocalDate.of(2017, 1, 3))).isEmpty();
    }

    @Test
    void whatComesAfterTheLastDayIsLeftOut() {
        History history = history(
                Optional.of(LocalDate.of(2017, 1, 4)),
                "D1,Anna,Won,2017-01-02,2017-01-05,1",
                "D2,Anna,Engaging,2017-01-05,,",
                "D3,Anna,Engaging,,,");

        assertThat(history.lastDay()).isEqualTo("2017-01-04");
        assertThat(all(history))
                .extracting(DealEvent::getEventId)
                .containsExactly("deals:D1:created", "deals:D3:undated");
    }

    @Test
    void aLastDayAfterTheDataAddsQuietDays() {
        History history = history(Optional.of(LocalDate.of(2017, 1, 9)), "D1,Anna,Engaging,2017-01-08,,");

        assertThat(history.days()).hasSize(2);
    }

    @Test
    void namesAndRepsHeadTheFirstDayAndHoldFromIt() {
        History history = history(ALL, "D1,Anna,Engaging,2017-01-02,,");

        List<ImportRecord> records = history.records(history.firstDay()).toList();
        assertThat(records.subList(0, 3)).allMatch(ImportRecord.OfName.class::isInstance);
        assertThat(records.get(3)).isInstanceOf(ImportRecord.OfRep.class);
        RepEvent rep = ((ImportRecord.OfRep) records.get(3)).event();
        assertThat(rep.getEffectiveFrom()).isEqualTo("2017-01-02");
        assertThat(((RepState) rep.getChange()).getTeam()).startsWith("team-");
        assertThat(((RepState) rep.getChange()).getRegion()).startsWith("region-");
    }

    @Test
    void aRepsRowsHoldFromTheDayThatTheMappingFinds() {
        ExportFiles files = ExportFiles.in(directory)
                .mappingWith(
                        "file: reps.csv",
                        "file: reps.csv\n  hired: {column: hired, format: dd.MM.yyyy}"
                                + "\n  effectiveFrom: {column: since, format: dd.MM.yyyy}")
                .reps("""
                        agent,manager,office,hired,since
                        Anna,Bo,North,01.02.2010,
                        Anna,Cy,North,01.02.2010,03.01.2017
                        Anna,Di,North,01.02.2010,01.01.2018
                        """)
                .deals("D1,Anna,Won,2017-01-02,2017-01-05,1");

        List<RepEvent> reps = reps(History.of(files.read(), ALL));

        assertThat(reps)
                .extracting(RepEvent::getEffectiveFrom)
                .containsExactly(LocalDate.of(2017, 1, 2), LocalDate.of(2017, 1, 3));
        assertThat(reps).extracting(RepEvent::getEventId).doesNotHaveDuplicates();
        assertThat(((RepState) reps.getFirst().getChange()).getHired()).isEqualTo("2010-02-01");
    }

    @Test
    void aRepHasTheRoleThatItsRowNames() {
        ExportFiles files = ExportFiles.in(directory)
                .mappingWith("file: reps.csv", "file: reps.csv\n  role: job")
                .reps("""
                        agent,manager,office,job
                        Anna,Bo,North,field-sales
                        Cid,Bo,North,
                        """)
                .deals("D1,Anna,Won,2017-01-02,2017-01-05,1");

        assertThat(reps(History.of(files.read(), ALL)))
                .extracting(rep -> ((RepState) rep.getChange()).getRole())
                .containsExactlyInAnyOrder("field-sales", null);
    }

    @Test
    void aFixedDayMayLieBeforeTheHistory() {
        ExportFiles files = ExportFiles.in(directory)
                .mappingWith("file: reps.csv", "file: reps.csv\n  effectiveFrom: 2015-07-01")
                .deals("D1,Anna,Won,2017-01-02,2017-01-05,1");

        assertThat(reps(History.of(files.read(), ALL)))
                .extracting(RepEvent::getEffectiveFrom)
                .containsExactly(LocalDate.of(2015, 7, 1));
    }

    @Test
    void theSameExportGivesTheSameRecords() {
        String[] rows = {"D1,Anna,Won,2017-01-02,2017-01-05,1", "D2,Anna,Engaging,2017-01-03,,2"};

        List<ImportRecord> once = records(history(ALL, rows)).toList();
        List<ImportRecord> again = records(history(ALL, rows)).toList();

        assertThat(again).isEqualTo(once);
    }

    @Test
    void anExportWithoutAnyDateOrWithAllAfterTheLastDayIsRefused() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> history(ALL, "D1,Anna,Engaging,,,"))
                .withMessageContaining("no deal and no activity in the export has a date");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> history(Optional.of(LocalDate.of(2016, 1, 1)), "D1,Anna,Engaging,2017-01-02,,"))
                .withMessageContaining("2017-01-02");
    }

    private History history(Optional<LocalDate> until, String... rows) {
        return History.of(ExportFiles.in(directory).deals(rows).read(), until);
    }

    private static Stream<ImportRecord> records(History history) {
        return history.days().flatMap(history::records);
    }

    private static List<DealEvent> all(History history) {
        return history.days()
                .flatMap(day -> deals(history, day.toString()).stream())
                .toList();
    }

    private static List<DealEvent> deals(History history, String day) {
        return history.records(LocalDate.parse(day))
                .filter(ImportRecord.OfDeal.class::isInstance)
                .map(record -> ((ImportRecord.OfDeal) record).event())
                .toList();
    }

    private static List<RepEvent> reps(History history) {
        return records(history)
                .filter(ImportRecord.OfRep.class::isInstance)
                .map(record -> ((ImportRecord.OfRep) record).event())
                .toList();
    }

    private static DealEvent onlyDeal(History history, String day) {
        List<DealEvent> deals = deals(history, day);
        assertThat(deals).hasSize(1);
        return deals.getFirst();
    }

    private static DealState state(DealEvent event) {
        return (DealState) event.getChange();
    }
}
