package io.upswing.producers.publish;

import io.upswing.schemas.DealField;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.TopicCatalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The example of docs/publishing.md: what stands between the marks is what the page shows. */
final class PublishingExample {
    private PublishingExample() {}

    // example:begin
    static void publish(Map<String, String> kafka, Map<String, String> registry) {
        Source crm = Source.versioned("acme-crm");
        try (TopicCatalogue topics = TopicCatalogue.withDefaults(SerdeFactory.avro(registry));
                Publisher publisher = Publisher.connect(kafka, topics)) {
            Instant opened = Instant.parse("2025-03-03T08:30:00Z");
            publisher.publish(crm.deals()
                    .whole("D-17", Revision.of(1, opened), DealStatus.OPEN)
                    .amount(new BigDecimal("1250.00"), "EUR")
                    .created(LocalDate.of(2025, 3, 3))
                    .owner("7f3a")
                    .build());

            Instant won = Instant.parse("2025-03-20T14:00:00Z");
            publisher
                    .publish(crm.deals()
                            .patch("D-17", Revision.of(2, won))
                            .status(DealStatus.WON)
                            .closed(won)
                            .clear(DealField.EXPECTED_CLOSE)
                            .build())
                    .thenAccept(place -> System.out.println("in the log at " + place));

            publisher.flush(); // all that went before is in the log, or this throws
        }
    }
    // example:end
}
