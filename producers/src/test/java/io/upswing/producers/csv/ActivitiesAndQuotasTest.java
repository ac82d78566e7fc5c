package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activities, quotas and leaves: how rows are read, and where a history tells of them. */
class ActivitiesAndQuotasTest {
    private static final String ACTIVITIES = """
            activities:
              file: activities.csv
              id: id
              owner: {derive: keyed-hash, of: [agent]}
              kind: {column: type, call: [Call, Phone], meeting: [Meeting], proposal: [Quote sent]}
              status: {column: state, planned: [Open], done: [Done], no-show: [No show]}
              happened: {column: day, format: yyyy-MM-dd}
              logged: {column: entered, format: [yyyy-MM-dd, "yyyy-MM-dd HH:mm"]}
              deal: opportunity
              lead: lead
              channel: {column: via, mobile: [App], desk: [Web]}
            """;

    private static final String ACTIVITY_HEADER = "id,agent,type,state,day,entered,opportunity,lead,via\n";

    private static final String QUOTAS = """
            quotas:
              file: quotas.csv
              rep: {derive: keyed-hash, of: [agent]}
              period: {column: per, month: [M], quarter: [Q]}
              periodStart: {column: start, format: yyyy-MM-dd}
              effectiveFrom: {column: from, format: yyyy-MM-dd}
              amount: {column: target, decimal: ",", thousands: "."}
            """;

    private static final String QUOTA_HEADER = "agent,per,start,from,target\n";

    @TempDir
    Path directory;

    @Test
    void anActivitysRowBecomesItsWholeState() {
        History history = History.of(
                activities("A1,Anna,Quote sent,Done,2017-01-03,2017-01-04 09:30,D7,L2,App")
                        .read(),
                Optional.empty());

        assertThat(history.firstDay()).isEqualTo("2017-01-03");
        assertThat(history.lastDay()).isEqualTo("2017-01-04");
        assertThat(history.records(LocalDate.of(2017, 1, 3))).noneMatch(ImportRecord.OfActivity.class::isInstance);
        ActivityEvent event = onlyActivity(history, "2017-01-04");
        assertThat(event.getEventId()).isEqualTo("activities:A1");
        assertThat(event.getSource()).isEqualTo("test-crm");
        assertThat(event.getSourceVersion()).isNull();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2017-01-03T23:00:00Z"));
        ActivityState state = (ActivityState) event.getChange();
        assertThat(state.getKind()).isEqualTo(ActivityKind.PROPOSAL);
        assertThat(state.getStatus()).isEqualTo(ActivityStatus.DONE);
        assertThat(state.getHappened()).isEqualTo(LocalDate.of(2017, 1, 3));
        assertThat(state.getLogged()).isEqualTo(Instant.parse("2017-01-04T08:30:00Z"));
        assertThat(state.getOwner()).matches("rep-[0-9a-f]{12}");
        assertThat(state.getDeal()).isEqualTo("D7");
        assertThat(state.getLead()).isEqualTo("L2");
        assertThat(state.getChannel()).isEqualTo(ActivityChannel.MOBILE);
    }

    @Test
    void withoutALoggedDayItIsToldWhenItHappenedAndWithoutAnyOnTheLastDay() {
        History history = History.of(
                activities(
                                "A1,Anna,Call,Done,2017-01-03,,,,",
                                "A2,Anna,Call,No show,,,,,",
                                "A3,,Meeting,Open,2017-01-05,,,,")
                        .read(),
                Optional.empty());

        assertThat(onlyActivity(history, "2017-01-03").getEventId()).isEqualTo("activities:A1");
        assertThat(activities(history, "2017-01-05"))
                .extracting(ActivityEvent::getEventId)
                .containsExactly("activities:A2", "activities:A3");
        ActivityState noShow =
                (ActivityState) activities(history, "2017-01-05").getFirst().getChange();
        assertThat(noShow.getStatus()).isEqualTo(ActivityStatus.NO_SHOW);
        assertThat(noShow.getHappened()).isNull();
        assertThat(noShow.getChannel()).isNull();
    }

    @Test
    void withoutAColumnForTheStatusActivitiesAreDone() {
        String withoutStatus = ACTIVITIES.replaceFirst("  status: .*\n", "");
        ExportFiles files =
                files(withoutStatus).file("activities.csv", ACTIVITY_HEADER + "A1,Anna,Call,whatever,2017-01-03,,,,\n");

        Export export = files.read();

        assertThat(export.activities().getFirst().status()).isEqualTo(ActivityStatus.DONE);
    }

    @Test
    void activitiesWidenTheHistoryOfDealsAndWhatIsToldLaterIsLeftOut() {
        ExportFiles files = activities("A1,Anna,Call,Done,2016-12-30,,,,", "A2,Anna,Call,Done,2017-02-01,,,,")
                .mapping(ExportFiles.MAPPING + ACTIVITIES)
                .deals("D1,Anna,Engaging,2017-01-02,,");

        History all = History.of(files.read(), Optional.empty());
        History cut = History.of(files.read(), Optional.of(LocalDate.of(2017, 1, 31)));

        assertThat(all.firstDay()).isEqualTo("2016-12-30");
        assertThat(all.lastDay()).isEqualTo("2017-02-01");
        assertThat(cut.days().flatMap(cut::records).filter(ImportRecord.OfActivity.class::isInstance))
                .extracting(ImportRecord::key)
                .containsExactly("A1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    ,Anna,Call,Done,2017-01-03,,,,          | id    | ''         | no id
                    A0,Anna,Call,Done,2017-01-03,,,,        | id    | A0         | already in line 2
                    A1,Anna,call,Done,2017-01-03,,,,        | type  | call       | kind that the mapping doesn't know: Call, Phone, Meeting
                    A1,Anna,,Done,2017-01-03,,,,            | type  | ''         | no kind
                    A1,Anna,Call,,2017-01-03,,,,            | state | ''         | no status
                    A1,Anna,Call,done,2017-01-03,,,,        | state | done       | status that the mapping doesn't know
                    A1,Anna,Call,Done,03.01.2017,,,,        | day   | 03.01.2017 | no date of the form
                    A1,Anna,Call,Done,2017-01-03,,,,Fax     | via   | Fax        | channel that the mapping doesn't know
                    """)
    void aBadActivityIsRefusedByLine(String row, String column, String value, String reason) {
        Export export = activities("A0,Anna,Call,Done,2017-01-03,,,,", row).read();

        assertThat(export.activityCount()).isEqualTo(1);
        assertThat(export.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo("activities.csv");
            assertThat(refused.line()).isEqualTo(3);
            assertThat(refused.column()).isEqualTo(column);
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.reason()).contains(reason);
        });
    }

    @Test
    void activitiesThatDifferOnlyByTheCaseOfTheirIdsAreDifferent() {
        Export export = activities("a1,Anna,Call,Done,2017-01-03,,d1,,", "A1,Anna,Call,Done,2017-01-03,,D1,,")
                .read();

        assertThat(export.activities()).extracting(Activity::id).containsExactly("a1", "A1");
        assertThat(export.activities())
                .extracting(activity -> activity.deal().orElseThrow())
                .containsExactly("d1", "D1");
    }

    @Test
    void quotasAreToldWhenTheyBeginToCountButNotBeforeTheFirstDay() {
        History history = history(
                "Anna,Q,2016-10-01,,30.000", "Anna,M,2017-01-01,2017-01-03,10.500,50", "Anna,M,2017-02-01,,10.000");

        QuotaEvent earlier = quotas(history, "2017-01-02").getFirst();
        assertThat(earlier.getPeriod()).isEqualTo(QuotaPeriod.QUARTER);
        assertThat(earlier.getPeriodStart()).isEqualTo("2016-10-01");
        assertThat(earlier.getEffectiveFrom()).isNull();
        assertThat(earlier.getSourceVersion()).isNull();
        QuotaEvent changed = quotas(history, "2017-01-03").getFirst();
        assertThat(changed.getPeriod()).isEqualTo(QuotaPeriod.MONTH);
        assertThat(changed.getEffectiveFrom()).isEqualTo("2017-01-03");
        QuotaState state = (QuotaState) changed.getChange();
        assertThat(state.getAmountMinor()).isEqualTo(1_050_050);
        assertThat(state.getCurrency()).isEqualTo("USD");
        assertThat(history.days().flatMap(history::records).filter(ImportRecord.OfQuota.class::isInstance))
                .hasSize(2);
    }

    @Test
    void aQuotasPeriodMayBeTheSameForAll() {
        ExportFiles files = files(QUOTAS.replaceFirst("period: .*", "period: quarter"))
                .file("quotas.csv", QUOTA_HEADER + "Anna,,2017-01-01,,1\n");

        assertThat(files.read().quotas().getFirst().period()).isEqualTo(QuotaPeriod.QUARTER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    Anna,M,2017-01-02,,5      | start  | 2017-01-02 | first of a month
                    Anna,M,,,5                | start  | ''         | no date
                    Anna,W,2017-01-01,,5      | per    | W          | period that the mapping doesn't know
                    Anna,M,2017-01-01,,       | target | ''         | no amount
                    Anna,M,2017-01-01,,-5     | target | -5         | below zero
                    ,M,2017-01-01,,5          | agent  | ''         | no id
                    Anna,M,2017-03-01,,5      | agent  | Anna       | already in line 2
                    """)
    void aBadQuotaIsRefusedByLine(String row, String column, String value, String reason) {
        Export export = files(QUOTAS)
                .file("quotas.csv", QUOTA_HEADER + "Anna,M,2017-03-01,,5\n" + row + "\n")
                .read();

        assertThat(export.quotaCount()).isEqualTo(1);
        assertThat(export.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(3);
            assertThat(refused.column()).isEqualTo(column);
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.reason()).contains(reason);
        });
    }

    @Test
    void leavesGoIntoTheStatesOfTheirReps() {
        Export export = ExportFiles.in(directory)
                .mappingWith("file: reps.csv", """
                        file: reps.csv
                          leaves:
                            file: leaves.csv
                            rep: {derive: keyed-hash, of: [who]}
                            from: {column: from, format: yyyy-MM-dd}
                            to: {column: to, format: yyyy-MM-dd}
                        """.strip())
                .reps("agent,manager,office\nAnna,Bo,North\nCy,Bo,North\n")
                .file("leaves.csv", """
                        who,from,to
                        Anna,2017-01-02,2017-01-06
                        Anna,2017-03-01,
                        Zed,2017-01-02,2017-01-06
                        Anna,2017-05-02,2017-05-01
                        anna,2017-01-02,2017-01-06
                        """)
                .deals("D1,Anna,Engaging,2017-01-02,,")
                .read();

        assertThat(export.reps().getFirst().leaves())
                .containsExactly(
                        new Leave(LocalDate.of(2017, 1, 2), Optional.of(LocalDate.of(2017, 1, 6))),
                        new Leave(LocalDate.of(2017, 3, 1), Optional.empty()));
        assertThat(export.reps().getLast().leaves()).isEmpty();
        assertThat(export.refused()).extracting(RowError::line).containsExactly(4L, 5L, 6L);
        History history = History.of(export, Optional.empty());
        ImportRecord.OfRep rep = history.records(history.firstDay())
                .filter(ImportRecord.OfRep.class::isInstance)
                .map(ImportRecord.OfRep.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(((RepState) rep.event().getChange()).getLeaves()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    owner: {derive: keyed-hash, of: [agent]}    | owner: agent       | activities.owner is 'agent'; right would be: made in the same way as reps.id
                    deal: opportunity                           | deal: {derive: keyed-hash, of: [opportunity]} | activities.deal is
                    kind: {column: type, call: [Call, Phone], meeting: [Meeting], proposal: [Quote sent]} | kind: {column: type} | activities.kind.column is 'type'; right would be: beside it, lists
                    status: {column: state, planned: [Open], done: [Done], no-show: [No show]} | status: {column: state, noshow: [No show]} | activities.status.noshow
                    happened: {column: day, format: yyyy-MM-dd}  | happened: day      | activities.happened is 'day'
                    """)
    void aWrongSectionOnActivitiesIsAnErrorOfTheMapping(String old, String replacement, String message) {
        ExportFiles files =
                ExportFiles.in(directory).mapping(ExportFiles.MAPPING + ACTIVITIES.replace(old, replacement));

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(files::loadMapping)
                .withMessageContaining(message);
    }

    @Test
    void aMappingNeedsOneOfTheSectionsAndAHistoryADate() {
        ExportFiles none = ExportFiles.in(directory).mapping("zone: UTC\ncurrency: {code: USD, minorDigits: 2}\n");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(none::loadMapping)
                .withMessageContaining("at least one of the sections deals, activities, reps and quotas");

        Export quotasOnly = files(QUOTAS)
                .file("quotas.csv", QUOTA_HEADER + "Anna,M,2017-01-01,,1\n")
                .read();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> History.of(quotasOnly, Optional.empty()))
                .withMessageContaining("no deal and no activity");
    }

    private ExportFiles files(String section) {
        return ExportFiles.in(directory).mapping(ExportFiles.MAPPING.replaceFirst("(?s)reps:.*", "") + section);
    }

    private ExportFiles activities(String... rows) {
        return files(ACTIVITIES).file("activities.csv", ACTIVITY_HEADER + String.join("\n", rows) + "\n");
    }

    private History history(String... quotas) {
        return History.of(
                ExportFiles.in(directory)
                        .mapping(ExportFiles.MAPPING + QUOTAS)
                        .deals("D1,Anna,Won,2017-01-02,2017-01-31,1")
                        .file("quotas.csv", QUOTA_HEADER + quoted(quotas))
                        .read(),
                Optional.empty());
    }

    /** The amount, which stands last, has commas of its own. */
    private static String quoted(String... quotas) {
        StringBuilder csv = new StringBuilder();
        for (String quota : quotas) {
            String[] cells = quota.split(",", 5);
            cells[4] = "\"" + cells[4] + "\"";
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    private static ActivityEvent onlyActivity(History history, String day) {
        assertThat(activities(history, day)).hasSize(1);
        return activities(history, day).getFirst();
    }

    private static List<ActivityEvent> activities(History history, String day) {
        return history.records(LocalDate.parse(day))
                .filter(ImportRecord.OfActivity.class::isInstance)
                .map(record -> ((ImportRecord.OfActivity) record).event())
                .toList();
    }

    private static List<QuotaEvent> quotas(History history, String day) {
        return history.records(LocalDate.parse(day))
                .filter(ImportRecord.OfQuota.class::isInstance)
                .map(record -> ((ImportRecord.OfQuota) record).event())
                .toList();
    }
}
