package io.upswing.app.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.avro.RefusedException;
import io.upswing.app.intake.DeadLetter;
import io.upswing.app.intake.Handler;
import io.upswing.app.intake.Intake;
import io.upswing.app.intake.IntakeListener;
import io.upswing.app.intake.Parked;
import io.upswing.app.intake.RawRecord;
import io.upswing.app.intake.RegistryCircuit;
import io.upswing.app.intake.RegistryReadiness;
import io.upswing.core.source.Refusal;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParkedRecordsTest {
    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("parked").get();
    private final List<String> done = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private boolean away;
    private boolean hasFailed;
    private long now;
    private long offset;
    private int asked;
    private Intake intake = started();

    /** As after a start: over what lies in the store. */
    private Intake started() {
        return new Intake(
                new Parked(store),
                new RegistryReadiness(List.of()),
                new RegistryCircuit(() -> now),
                new Notes(),
                deadLetters::add,
                new Silent());
    }

    private void take(@Nullable String key, @Nullable String value, Headers headers) {
        byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
        byte[] valueBytes = value == null ? null : value.getBytes(UTF_8);
        intake.take(new Record<>(keyBytes, valueBytes, 1_000 + offset, headers), new Place(offset++));
    }

    private void deal(String id) {
        take(id, "deal", new RecordHeaders());
    }

    private void closed(String day) {
        take(null, null, WatermarkRecord.ofSingleSender(LocalDate.parse(day)).toHeaders());
    }

    private void retryLater() {
        now += Duration.ofMinutes(1).toNanos();
        intake.retry();
    }

    @Test
    void behindARecordThatWaitsAllWaitAndGoThroughInTheirOrder() {
        deal("before");
        away = true;
        deal("first");
        closed("2017-03-01");
        deal("second");
        retryLater();
        assertThat(done).containsExactly("before@0");
        assertThat(intake.waiting()).isEqualTo(3);
        assertThat(intake.isClear()).isFalse();

        away = false;
        deal("third");
        assertThat(done).containsExactly("before@0");
        retryLater();

        assertThat(done).containsExactly("before@0", "first@1", "2017-03-01@2", "second@3", "third@4");
        assertThat(intake.waiting()).isZero();
        assertThat(intake.isClear()).isTrue();
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void aRestartFindsWhatWaitsAndGoesOnBehindIt() {
        away = true;
        deal("first");
        closed("2017-03-01");
        intake = started();
        deal("second");
        intake = started();
        assertThat(intake.waiting()).isEqualTo(3);

        away = false;
        retryLater();
        deal("third");

        assertThat(done).containsExactly("first@0", "2017-03-01@1", "second@2", "third@3");
    }

    @Test
    void aRestartInTheMidstOfGoingThroughRepeatsNothing() {
        away = true;
        deal("first");
        deal("then away again");
        deal("third");
        away = false;
        retryLater();
        assertThat(done).containsExactly("first@0");

        intake = started();
        assertThat(intake.waiting()).isEqualTo(2);
        away = false;
        retryLater();

        assertThat(done).containsExactly("first@0", "then away again@1", "third@2");
    }

    @Test
    void aBadRecordThatHasWaitedIsADeadLetterAsItCame() {
        away = true;
        Headers headers =
                new RecordHeaders().add("trace", "abc".getBytes(UTF_8)).add("empty", null);
        deal("good");
        take("bad", "bytes", headers);
        take("bad", null, new RecordHeaders());
        intake = started();

        away = false;
        retryLater();

        assertThat(done).containsExactly("good@0");
        assertThat(deadLetters).hasSize(2);
        RawRecord first = deadLetters.getFirst().record();
        assertThat(first.topic()).isEqualTo("deals");
        assertThat(first.partition()).isEqualTo(2);
        assertThat(first.offset()).isEqualTo(1);
        assertThat(first.timestamp()).isEqualTo(1_001);
        assertThat(first.key()).isEqualTo("bad".getBytes(UTF_8));
        assertThat(first.value()).isEqualTo("bytes".getBytes(UTF_8));
        assertThat(first.headers()).isEqualTo(headers);
        assertThat(deadLetters.getLast().record().value()).isNull();
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotAskedAgainAtOnce() {
        away = true;
        deal("first");
        intake.retry();
        deal("second");
        intake.retry();
        assertThat(asked).isEqualTo(1);

        retryLater();

        assertThat(asked).isEqualTo(2);
    }

    /** Notes what is done, and asks the registry for every deal. */
    private final class Notes implements Handler {
        @Override
        public Runnable decode(RawRecord record) {
            asked++;
            String id = new String(Optional.ofNullable(record.key()).orElseThrow(), UTF_8);
            if (away || (id.startsWith("then") && !hasFailed)) {
                hasFailed = !away;
                throw new SerializationException(new ConnectException("refused"));
            }
            if (id.equals("bad")) {
                throw new RefusedException(new Refusal(Refusal.Reason.UNDECODABLE, "bad"));
            }
            return () -> done.add(id + "@" + record.offset());
        }

        @Override
        public void watermark(RawRecord record, WatermarkRecord watermark) {
            done.add(watermark.day() + "@" + record.offset());
        }
    }

    private record Place(long offset) implements RecordMetadata {
        @Override
        public String topic() {
            return "deals";
        }

        @Override
        public int partition() {
            return 2;
        }
    }

    private static final class Silent implements IntakeListener {
        @Override
        public void waiting(long records) {}

        @Override
        public void registryUnavailable(Exception failure) {}

        @Override
        public void refused(RawRecord record, Refusal refusal) {}
    }
}
