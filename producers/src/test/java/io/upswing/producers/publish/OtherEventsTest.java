package io.upswing.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.producers.publish.NameEvents.Of;
import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityField;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityPatch;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.Leave;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaRetracted;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import io.upswing.schemas.RepStateRetracted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OtherEventsTest {
    private static final Revision REVISION = Revision.at(Instant.parse("2025-03-01T10:15:30Z"));
    private static final LocalDate MARCH_1 = LocalDate.of(2025, 3, 1);

    private final Source crm = Source.unversioned("acme-crm");

    @Test
    void anActivityIsDoneUnlessTheSourceSaysOtherwise() {
        SourceEvent<ActivityEvent> event = crm.activities()
                .whole("A-1", REVISION, ActivityKind.DEMO)
                .happened(MARCH_1)
                .logged(Instant.parse("2025-03-03T08:00:00Z"))
                .owner("r1")
                .deal("D-17")
                .channel(ActivityChannel.MOBILE)
                .build();

        assertThat(event.key()).isEqualTo("A-1");
        assertThat(event.value().orElseThrow().getChange())
                .isEqualTo(new ActivityState(
                        ActivityKind.DEMO,
                        ActivityStatus.DONE,
                        MARCH_1,
                        Instant.parse("2025-03-03T08:00:00Z"),
                        "r1",
                        "D-17",
                        null,
                        ActivityChannel.MOBILE));
    }

    @Test
    void aPatchOfAnActivitySaysWhatIsSetAndWhatIsCleared() {
        SourceEvent<ActivityEvent> event = crm.activities()
                .patch("A-1", REVISION)
                .status(ActivityStatus.NO_SHOW)
                .clear(ActivityField.DEAL)
                .build();

        assertThat(event.value().orElseThrow().getChange())
                .isEqualTo(ActivityPatch.newBuilder()
                        .setStatus(ActivityStatus.NO_SHOW)
                        .setCleared(List.of(ActivityField.DEAL))
                        .build());
        refused(
                "activity A-1: change sets and clears nothing",
                () -> crm.activities().patch("A-1", REVISION).build());
        refused(
                "activity A-1: LEAD is both set and cleared",
                () -> crm.activities()
                        .patch("A-1", REVISION)
                        .lead("L-1")
                        .clear(ActivityField.LEAD)
                        .build());
        refused(
                "activity A-1: into is the activity itself",
                () -> crm.activities().merged("A-1", REVISION, "A-1"));
    }

    @Test
    void aRepsStateIsWholeFromADayOn() {
        SourceEvent<RepEvent> event = crm.reps()
                .state("r1", REVISION, MARCH_1)
                .team("t1")
                .region("north")
                .hired(LocalDate.of(2020, 2, 1))
                .leave(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 31))
                .leave(LocalDate.of(2025, 9, 1))
                .build();

        assertThat(event.key()).isEqualTo("r1");
        RepEvent said = event.value().orElseThrow();
        assertThat(said.getEffectiveFrom()).isEqualTo(MARCH_1);
        RepState state = (RepState) said.getChange();
        assertThat(state.getTeam()).isEqualTo("t1");
        assertThat(state.getRegion()).isEqualTo("north");
        assertThat(state.getHired()).isEqualTo("2020-02-01");
        assertThat(state.getLeaves())
                .containsExactly(
                        new Leave(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 31)),
                        new Leave(LocalDate.of(2025, 9, 1), null));
        assertThat(crm.reps()
                        .retracted("r1", REVISION, MARCH_1)
                        .value()
                        .orElseThrow()
                        .getChange())
                .isEqualTo(new RepStateRetracted());
    }

    @Test
    void aLeaveThatEndsBeforeItBeginsAndTooManyLeavesAreRefused() {
        RepEvents.State state = crm.reps().state("r1", REVISION, MARCH_1);

        refused(
                "rep r1: leaves have one from 2025-03-01 that ends before, on 2025-02-28",
                () -> state.leave(MARCH_1, MARCH_1.minusDays(1)));
        for (int i = 0; i < Limits.MAX_LEAVES; i++) {
            state.leave(MARCH_1, MARCH_1);
        }
        refused("rep r1: leaves are more than 1000", () -> state.leave(MARCH_1));
        assertThat(((RepState) state.build().value().orElseThrow().getChange()).getLeaves())
                .hasSize(Limits.MAX_LEAVES);
    }

    @Test
    void aQuotaHoldsForItsPeriodOrFromADayInIt() {
        QuotaEvents.Quota march = crm.quotas().month("r1", REVISION, YearMonth.of(2025, 3));
        QuotaEvents.Quota quarter = crm.quotas().quarter("r1", REVISION, YearMonth.of(2025, 2));

        QuotaEvent whole = march.amount(new BigDecimal("40000"), "EUR").value().orElseThrow();
        QuotaEvent raised = quarter.from(LocalDate.of(2025, 4, 30))
                .amountMinor(50_000_00)
                .value()
                .orElseThrow();

        assertThat(whole.getPeriod()).isEqualTo(QuotaPeriod.MONTH);
        assertThat(whole.getPeriodStart()).isEqualTo("2025-03-01");
        assertThat(whole.getEffectiveFrom()).isNull();
        assertThat(whole.getChange()).isEqualTo(new QuotaState(40_000_00L, "EUR"));
        assertThat(raised.getPeriod()).isEqualTo(QuotaPeriod.QUARTER);
        assertThat(raised.getPeriodStart()).isEqualTo("2025-02-01");
        assertThat(raised.getEffectiveFrom()).isEqualTo("2025-04-30");
        assertThat(raised.getChange()).isEqualTo(new QuotaState(50_000_00L, null));
        assertThat(march.retracted().value().orElseThrow().getChange()).isEqualTo(new QuotaRetracted());
        assertThat(march.retracted().key()).isEqualTo("r1");
    }

    @Test
    void aNegativeQuotaOrADayOutsideItsPeriodIsRefused() {
        QuotaEvents.Quota march = crm.quotas().month("r1", REVISION, YearMonth.of(2025, 3));

        refused("quota of rep r1: amount is -1 minor units, not 0 or more", () -> march.amountMinor(-1));
        refused("effectiveFrom is 2025-04-01, not 2025-03-01 to 2025-03-31", () -> march.from(MARCH_1.plusMonths(1)));
        refused("effectiveFrom is 2025-02-28, not", () -> march.from(MARCH_1.minusDays(1)));
    }

    @Test
    void namesLieUnderKindAndIdAndAreErasedByRecordsWithoutValue() {
        SourceEvent<Name> called = crm.names().called(Of.TEAM, "t1", "Melvin's team");
        SourceEvent<Name> erased = crm.names().erased(Of.REP, "7f3a");

        assertThat(called.key()).isEqualTo("team:t1");
        assertThat(called.value()).contains(new Name("Melvin's team"));
        assertThat(erased.key()).isEqualTo("rep:7f3a");
        assertThat(erased.value()).isEmpty();
    }

    @Test
    void noMessageAboutANameHasItInIt() {
        refused("name of rep 7f3a: name is blank", () -> crm.names().called(Of.REP, "7f3a", " "));
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> crm.names().called(Of.REP, "7f3a", "Ada".repeat(1_000)))
                .withMessage("name of rep 7f3a: name has more than 1024 bytes in UTF-8");
        assertThat(crm.names().called(Of.REP, "7f3a", "Ada").toString()).doesNotContain("Ada");
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidEventException.class).isThrownBy(call).withMessageContaining(message);
    }
}
