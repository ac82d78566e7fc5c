package io.upswing.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.intake.DeadLetter;
import io.upswing.core.source.Bounds;
import io.upswing.producers.publish.Limits;
import io.upswing.producers.publish.RepEvents;
import io.upswing.producers.publish.Revision;
import io.upswing.producers.publish.Source;
import io.upswing.producers.publish.SourceEvent;
import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Leave;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The publishing library builds all that the stages take and nothing that they refuse: their bounds are the same. */
class PublishingLimitsTest {
    private static final Revision REVISION = Revision.of(1, Instant.parse("2025-01-01T00:00:00Z"));
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    private final Source crm = Source.versioned("crm");

    @Test
    void amountsAndIdsHaveTheSameBounds() {
        assertThat(Limits.MAX_AMOUNT_MINOR).isEqualTo(Bounds.MAX_AMOUNT);
        assertThat(Limits.MAX_ID_BYTES).isEqualTo(Bounds.MAX_ID_BYTES);
    }

    @Test
    void whatIsBuiltUpToTheLimitsIsTaken() {
        try (PipelineFixture at = new PipelineFixture()) {
            var deal = crm.deals()
                    .whole("d".repeat(Limits.MAX_ID_BYTES), REVISION, DealStatus.WON)
                    .amountMinor(Limits.MAX_AMOUNT_MINOR)
                    .created(Limits.FIRST_DAY)
                    .closed(Limits.LAST_DAY);
            for (int share = 0; share < Limits.MAX_SHARES_TOGETHER; share += Limits.MAX_SHARE) {
                deal.credit("r" + share, Limits.MAX_SHARE);
            }
            RepEvents.State rep = crm.reps().state("r1", REVISION, Limits.FIRST_DAY);
            for (int leave = 0; leave < Limits.MAX_LEAVES; leave++) {
                rep.leave(DAY.plusDays(leave));
            }

            send(at, deal.build());
            sendOrg(at, rep.build());

            assertThat(at.records(at.catalogue().deadLetters())).isEmpty();
        }
    }

    @Test
    void oneStepBeyondTheLimitsIsRefused() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.deal("amount", state(Limits.MAX_AMOUNT_MINOR + 1, DAY, List.of()))
                    .deal("early", state(1, Limits.FIRST_DAY.minusDays(1), List.of()))
                    .deal("late", state(1, Limits.LAST_DAY.plusDays(1), List.of()))
                    .deal("share", state(1, DAY, List.of(new Credit("r1", Limits.MAX_SHARE + 1))))
                    .deal("no share", state(1, DAY, List.of(new Credit("r1", 0))))
                    .deal("shares", state(1, DAY, sharesTogether(Limits.MAX_SHARES_TOGETHER + 1)));
            sendOrg(at, "r1", leaves(Limits.MAX_LEAVES + 1));

            assertThat(at.records(at.catalogue().deadLetters()))
                    .extracting(letter -> new String(
                            letter.headers().lastHeader(DeadLetter.REASON).value(), UTF_8))
                    .containsExactly(
                            "amount-out-of-bounds",
                            "date-out-of-bounds",
                            "date-out-of-bounds",
                            "share-out-of-bounds",
                            "share-out-of-bounds",
                            "share-out-of-bounds",
                            "too-many-parts");
        }
    }

    private static DealState state(long amount, LocalDate created, List<Credit> credits) {
        return new DealState(DealStatus.OPEN, null, amount, null, created, null, null, "r1", credits);
    }

    private static List<Credit> sharesTogether(int sum) {
        List<Credit> credits = new ArrayList<>();
        for (int left = sum; left > 0; left -= Limits.MAX_SHARE) {
            credits.add(new Credit("r" + left, Math.min(left, Limits.MAX_SHARE)));
        }
        return credits;
    }

    private RepEvent leaves(int count) {
        RepEvent event =
                crm.reps().state("r1", REVISION, DAY).leave(DAY).build().value().orElseThrow();
        RepState state = (RepState) event.getChange();
        List<Leave> leaves = new ArrayList<>(state.getLeaves());
        while (leaves.size() < count) {
            leaves.add(leaves.getFirst());
        }
        state.setLeaves(leaves);
        return event;
    }

    private static void send(PipelineFixture at, SourceEvent<DealEvent> event) {
        at.raw(
                event.key().getBytes(UTF_8),
                PipelineFixture.bytes(at.catalogue().deals(), event.value().orElseThrow()));
    }

    private static void sendOrg(PipelineFixture at, SourceEvent<RepEvent> event) {
        sendOrg(at, event.key(), event.value().orElseThrow());
    }

    private static void sendOrg(PipelineFixture at, String rep, RepEvent event) {
        at.rawOrg(rep.getBytes(UTF_8), PipelineFixture.bytes(at.catalogue().reps(), event));
    }
}
