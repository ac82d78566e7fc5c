package io.upswing.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.intake.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static Letter letter(String header, long offset) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("a.dead-letters", 0, 7, new byte[] {1}, new byte[] {0, 0, 0, 0, 9, 2});
        record.headers()
                .add("trace", header.getBytes(UTF_8))
                .add(DeadLetter.REASON, "undecodable".getBytes(UTF_8))
                .add(DeadLetter.DETAIL, "of schema 9".getBytes(UTF_8))
                .add(DeadLetter.TOPIC, "a.crm.deals".getBytes(UTF_8))
                .add(DeadLetter.PARTITION, "2".getBytes(UTF_8))
                .add(DeadLetter.OFFSET, Long.toString(offset).getBytes(UTF_8));
        return Letter.of(record, "a.");
    }

    @Test
    void saysWhatTheRecordCameWithAndNotWhereItStood() {
        assertThat(letter("x", 3).said()).isEqualTo("undecodable crm.deals 01 0002 [trace=78]");
        assertThat(letter("x", 4).said()).isEqualTo(letter("x", 3).said());
        assertThat(letter("x", 4).place()).isNotEqualTo(letter("x", 3).place());
    }

    @Test
    void anotherHeaderIsAnotherLetter() {
        assertThat(letter("y", 3).said()).isNotEqualTo(letter("x", 3).said());
    }
}
