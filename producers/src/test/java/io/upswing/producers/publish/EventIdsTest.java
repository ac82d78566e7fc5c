package io.upswing.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    private static final Instant AT = Instant.parse("2025-03-01T10:15:30Z");

    @Test
    void theSameSaidAgainIsTheSameEvent() {
        Supplier<SourceEvent<DealEvent>> said = () -> Source.versioned("acme-crm")
                .deals()
                .whole("D-17", Revision.of(7, AT), DealStatus.WON)
                .amountMinor(1250)
                .created(LocalDate.of(2025, 1, 15))
                .credit("r1", 10_000)
                .build();

        assertThat(said.get().eventId()).isEqualTo(said.get().eventId());
        assertThat(said.get().value()).isEqualTo(said.get().value());
    }

    /** Another library version must make the same ids: else a retry after an upgrade is no repetition. */
    @Test
    void idsStayAsTheyAre() {
        SourceEvent<DealEvent> event = Source.versioned("acme-crm")
                .deals()
                .patch("D-17", Revision.of(7, AT))
                .owner("r1")
                .build();

        assertThat(event.eventId()).isEqualTo("U0LT6IdyNtzbwPsyqIzImg");
        assertThat(event.value().orElseThrow().getEventId()).isEqualTo(event.eventId());
    }

    @Test
    void whateverElseIsSaidIsAnotherEvent() {
        Source crm = Source.versioned("acme-crm");
        Revision seven = Revision.of(7, AT);
        List<SourceEvent<?>> events = List.of(
                crm.deals().patch("D-17", seven).owner("r1").build(),
                crm.deals().patch("D-17", seven).owner("r2").build(),
                crm.deals().patch("D-17", seven).stage("r1").build(),
                crm.deals().patch("D-17", seven).owner("r1").stage("r1").build(),
                crm.deals().patch("D-18", seven).owner("r1").build(),
                crm.deals().patch("D-17", Revision.of(8, AT)).owner("r1").build(),
                crm.deals()
                        .patch("D-17", Revision.of(7, AT.plusMillis(1)))
                        .owner("r1")
                        .build(),
                Source.versioned("other")
                        .deals()
                        .patch("D-17", seven)
                        .owner("r1")
                        .build(),
                Source.unversioned("acme-crm")
                        .deals()
                        .patch("D-17", Revision.at(AT))
                        .owner("r1")
                        .build(),
                crm.deals().deleted("D-17", seven),
                crm.activities().deleted("D-17", seven),
                crm.deals().whole("D-17", seven, DealStatus.OPEN).owner("r1").build(),
                crm.deals()
                        .whole("D-17", seven, DealStatus.OPEN)
                        .created(LocalDate.of(2025, 1, 1))
                        .build(),
                crm.deals()
                        .whole("D-17", seven, DealStatus.OPEN)
                        .closed(LocalDate.of(2025, 1, 1))
                        .build(),
                crm.deals()
                        .whole("D-17", seven, DealStatus.OPEN)
                        .closed(Instant.parse("2025-01-01T00:00:00Z"))
                        .build(),
                crm.deals()
                        .whole("D-17", seven, DealStatus.OPEN)
                        .credit("r1", 1)
                        .credit("r2", 1)
                        .build(),
                crm.deals()
                        .whole("D-17", seven, DealStatus.OPEN)
                        .credit("r2", 1)
                        .credit("r1", 1)
                        .build(),
                crm.quotas().month("r1", seven, YearMonth.of(2025, 1)).amountMinor(1),
                crm.quotas().quarter("r1", seven, YearMonth.of(2025, 1)).amountMinor(1));

        assertThat(events.stream().map(SourceEvent::eventId).distinct())
                .hasSize(events.size())
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void theSourcesOwnIdIsTaken() {
        SourceEvent<DealEvent> event = Source.versioned("acme-crm")
                .deals()
                .deleted("D-17", Revision.of(7, AT).withEventId("evt-1"));

        assertThat(event.eventId()).isEqualTo("evt-1");
        assertThat(event.value().orElseThrow().getEventId()).isEqualTo("evt-1");
    }
}
