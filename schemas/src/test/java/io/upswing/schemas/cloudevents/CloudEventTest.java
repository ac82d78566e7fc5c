package io.upswing.schemas.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class CloudEventTest {
    private static final CloudEvent EVENT = new CloudEvent(
            "e-1",
            "acme-crm",
            "io.upswing.schemas.DealEvent",
            Optional.of(Instant.parse("2025-03-01T10:15:30Z")),
            "Déal 17");

    @Test
    void eachAttributeHasAHeaderAsTheKafkaBindingNamesIt() {
        assertThat(text(EVENT.toHeaders()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "e-1",
                        "ce_source", "acme-crm",
                        "ce_type", "io.upswing.schemas.DealEvent",
                        "ce_time", "2025-03-01T10:15:30Z",
                        "ce_subject", "Déal 17",
                        "content-type", "application/avro"));
    }

    @Test
    void aRecordWithoutValueHasNoContentTypeAndAnEventWithoutTimeNoTime() {
        CloudEvent timeless = new CloudEvent("e-1", "acme-crm", "t", Optional.empty(), "D-17");

        assertThat(text(timeless.toHeadersWithoutValue()))
                .containsOnlyKeys("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject");
    }

    @Test
    void anySourceBecomesAReferenceThatUrisAllow() {
        CloudEvent odd = new CloudEvent("e-1", "Ässä: CRM/2 + 50%", "t", Optional.empty(), "D-17");

        String source = text(odd.toHeaders()).get("ce_source");

        assertThat(URI.create(source).getPath()).isEqualTo("Ässä: CRM/2 + 50%");
    }

    @Test
    void whatMustBeThereMustNotBeEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CloudEvent("", "s", "t", Optional.empty(), "D-17"))
                .withMessageContaining("needs id, source, type and subject");
    }

    private static Map<String, String> text(Headers headers) {
        Map<String, String> text = new LinkedHashMap<>();
        headers.forEach(header -> text.put(header.key(), new String(header.value(), UTF_8)));
        return text;
    }
}
