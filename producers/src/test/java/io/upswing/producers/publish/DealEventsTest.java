package io.upswing.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealField;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealEventsTest {
    private static final Instant AT = Instant.parse("2025-03-01T10:15:30.123456Z");
    private static final Revision REVISION = Revision.of(7, AT);

    private final DealEvents deals = Source.versioned("acme-crm").deals();

    @Test
    void aWholeStateSaysWhatIsSetAndNothingElse() {
        SourceEvent<DealEvent> event = deals.whole("D-17", REVISION, DealStatus.WON)
                .stage("Closed won")
                .amount(new BigDecimal("1250.5"), "EUR")
                .created(LocalDate.of(2025, 1, 15))
                .closed(AT)
                .credit("r1", 6_000)
                .credit("r2", 4_000)
                .build();

        assertThat(event.key()).isEqualTo("D-17");
        DealEvent said = event.value().orElseThrow();
        assertThat(said.getSource()).isEqualTo("acme-crm");
        assertThat(said.getSourceVersion()).isEqualTo(7);
        assertThat(said.getOccurredAt()).isEqualTo("2025-03-01T10:15:30.123Z");
        assertThat(said.getChange())
                .isEqualTo(new DealState(
                        DealStatus.WON,
                        "Closed won",
                        125_050L,
                        "EUR",
                        LocalDate.of(2025, 1, 15),
                        Instant.parse("2025-03-01T10:15:30.123Z"),
                        null,
                        null,
                        List.of(new Credit("r1", 6_000), new Credit("r2", 4_000))));
    }

    @Test
    void aPatchSaysWhatIsSetAndWhatIsCleared() {
        SourceEvent<DealEvent> event = deals.patch("D-17", REVISION)
                .status(DealStatus.LOST)
                .amountMinor(-3)
                .clear(DealField.OWNER)
                .clear(DealField.CREDITS)
                .build();

        assertThat(change(event))
                .isEqualTo(DealPatch.newBuilder()
                        .setStatus(DealStatus.LOST)
                        .setAmountMinor(-3L)
                        .setCleared(List.of(DealField.OWNER, DealField.CREDITS))
                        .build());
    }

    @Test
    void deletedMergedAndGapAreSaidInOneCall() {
        assertThat(change(deals.deleted("D-17", REVISION))).isEqualTo(new Deleted());
        assertThat(change(deals.merged("D-17", REVISION, "D-18"))).isEqualTo(new Merged("D-18"));
        assertThat(change(deals.gap("D-17", REVISION, "webhook outage"))).isEqualTo(new Gap("webhook outage"));
    }

    @Test
    void whatIsGivenOutCanBeChangedWithoutChangingTheEvent() {
        SourceEvent<DealEvent> event = deals.merged("D-17", REVISION, "D-18");

        event.value().orElseThrow().setChange(new Deleted());

        assertThat(change(event)).isEqualTo(new Merged("D-18"));
    }

    @ParameterizedTest
    @CsvSource({"12.34, EUR, 1234", "12.3400, EUR, 1234", "-1E+3, EUR, -100000", "12, JPY, 12", "1.234, KWD, 1234"})
    void anAmountIsExactInTheMinorUnitsOfItsCurrency(BigDecimal amount, String currency, long minor) {
        DealPatch patch = (DealPatch)
                change(deals.patch("D-17", REVISION).amount(amount, currency).build());

        assertThat(patch.getAmountMinor()).isEqualTo(minor);
        assertThat(patch.getCurrency()).isEqualTo(currency);
    }

    @Test
    void anAmountThatIsNotExactOrTooLargeIsRefused() {
        refused("deal D-17: amount is 12.345 EUR with 3 decimals, not at most 2", amount("12.345", "EUR"));
        refused("deal D-17: amount is 0.5 JPY with 1 decimals, not at most 0", amount("0.5", "JPY"));
        refused("deal D-17: amount is 100000000000.01 EUR, beyond", amount("100000000000.01", "EUR"));
        refused("deal D-17: amount is 1E+999999999 EUR, beyond", amount("1E+999999999", "EUR"));
        refused("amount is -10000000000001, beyond", patch -> patch.amountMinor(-10_000_000_000_001L));
        refused("deal D-17: currency is 'Euro', not a code of ISO 4217", amount("1", "Euro"));
        refused("deal D-17: currency is 'XXX', which has no minor unit", amount("1", "XXX"));
    }

    private static Consumer<DealEvents.Patch> amount(String amount, String currency) {
        return patch -> patch.amount(new BigDecimal(amount), currency);
    }

    @Test
    void theLargestAmountsAndTheFirstAndLastDaysAreTaken() {
        assertThat(deals.patch("D-17", REVISION)
                        .amountMinor(Limits.MAX_AMOUNT_MINOR)
                        .created(LocalDate.of(1990, 1, 1))
                        .closed(LocalDate.of(2100, 12, 31))
                        .build()
                        .value())
                .isPresent();
    }

    @Test
    void datesThatNoTimeZoneHasWithinTheBoundsAreRefused() {
        refused("closed is 1989-12-31, not 1990-01-01 to", patch -> patch.closed(LocalDate.of(1989, 12, 31)));
        refused("created is 2101-01-01", patch -> patch.created(LocalDate.of(2101, 1, 1)));
        refused("expectedClose is 0001-01-01", patch -> patch.expectedClose(LocalDate.of(1, 1, 1)));
        refused("closed is 1989-12-30T00:00:00Z", patch -> patch.closed(Instant.parse("1989-12-30T00:00:00Z")));
        refused("created is 2101-01-02T00:00:00Z", patch -> patch.created(Instant.parse("2101-01-02T00:00:00Z")));
        refused("occurredAt", () -> Revision.at(Instant.MAX));

        Instant newYearInTokyo = Instant.parse("1989-12-31T15:00:00Z");
        assertThat(deals.patch("D-17", REVISION).created(newYearInTokyo).build().value())
                .isPresent();
    }

    @Test
    void idsAreNeitherBlankNorTooLongNorHalfCharacters() {
        refused("deal : id is '', not an id", () -> deals.patch("", REVISION));
        refused("owner is ' ', not an id: leave the field out, or clear it", patch -> patch.owner(" "));
        refused("with 1025 bytes in UTF-8, not at most 1024", patch -> patch.owner("é".repeat(512) + "x"));
        refused("stage is 'xxx", patch -> patch.stage("x".repeat(1025)));
        refused("owner has half a surrogate pair", patch -> patch.owner("r\uD83D"));
        refused("into is the deal itself", () -> deals.merged("D-17", REVISION, "D-17"));

        assertThat(deals.patch("é".repeat(512), REVISION).stage("").build().key())
                .hasSize(512);
    }

    @Test
    void sharesAreOneToTenThousandBasisPointsAndTenfoldTogether() {
        refused("credits give r1 0 basis points, not 1 to 10000", patch -> patch.credit("r1", 0));
        refused("credits give r1 10001 basis points", patch -> patch.credit("r1", 10_001));
        refused("credits add up to 110000 basis points, not at most 100000", patch -> {
            for (int i = 0; i <= 10; i++) {
                patch.credit("r" + i, 10_000);
            }
        });
    }

    @Test
    void aPatchOfNothingOrOfAFieldBothSetAndClearedIsRefused() {
        refused("change sets and clears nothing", DealEvents.Patch::build);
        refused(
                "OWNER is both set and cleared",
                patch -> patch.owner("r1").clear(DealField.OWNER).build());
        refused(
                "CREDITS is both set and cleared",
                patch -> patch.credit("r1", 1).clear(DealField.CREDITS).build());
    }

    @Test
    void aSourceWithVersionsGivesThemAllAndOneWithoutNone() {
        refused(
                "sourceVersion is not given, but the events of 'acme-crm' have versions",
                () -> deals.deleted("D-17", Revision.at(AT)));
        refused(
                "sourceVersion is 7, but the events of 'old' have none",
                () -> Source.unversioned("old").deals().deleted("D-17", REVISION));
        refused("sourceVersion is -1, not 0 or more", () -> Revision.of(-1, AT));

        assertThat(Source.unversioned("old")
                        .deals()
                        .deleted("D-17", Revision.at(AT))
                        .value()
                        .orElseThrow()
                        .getSourceVersion())
                .isNull();
    }

    private static Object change(SourceEvent<DealEvent> event) {
        return event.value().orElseThrow().getChange();
    }

    private void refused(String message, Consumer<DealEvents.Patch> what) {
        refused(message, () -> what.accept(deals.patch("D-17", REVISION)));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidEventException.class).isThrownBy(call).withMessageContaining(message);
    }
}
