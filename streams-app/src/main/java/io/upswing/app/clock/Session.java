package io.upswing.app.clock;

import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The time in which one instance is the one that closes days: from taking the transactional id, which all share, until
 * another takes it or something fails. What it has read and written in between can't have been changed by another clock.
 */
final class Session {
    /** After so many days another sign of life is due. */
    static final int DAYS_A_TURN = 50;

    private final Producer<byte[], byte[]> producer;
    private final BrokerTime time;
    private final DueDays days;
    private final FirstLook look;
    private final ClockListener listener;
    private Optional<Progress> progress = Optional.empty();

    /** What a turn has come to. */
    sealed interface Turn {
        /** All days that are due are closed. */
        record UpToDate() implements Turn {}

        /** There are more to close, at once. */
        record MoreIsDue() implements Turn {}

        /** Not started: these topics lack a watermark; none lacks one if it has yet to look again. */
        record NotStarted(List<String> lacking) implements Turn {}
    }

    /** Takes the transactional id: its holder before can't write any more, and what it left open is taken back. */
    Session(Producer<byte[], byte[]> producer, BrokerTime time, DueDays days, FirstLook look, ClockListener listener) {
        this.producer = producer;
        this.time = time;
        this.days = days;
        this.look = look;
        this.listener = listener;
        producer.initTransactions();
    }

    /** Asks for the broker's time, and closes what is due. */
    Turn turn() {
        Instant now = ask();
        if (progress.isEmpty()) {
            progress = look.turn(days.last(now));
            if (progress.isEmpty()) {
                return new Turn.NotStarted(look.lacking());
            }
            listener.lastDay(progress.get().lowest());
        }
        return closeDue(progress.get(), now);
    }

    private Instant ask() {
        producer.beginTransaction();
        Instant now = time.ask(producer);
        producer.commitTransaction();
        return now;
    }

    private Turn closeDue(Progress before, Instant now) {
        List<LocalDate> due = days.after(before.lowest(), now);
        for (LocalDate day : due.subList(0, Math.min(due.size(), DAYS_A_TURN))) {
            Progress current = progress.orElse(before);
            close(day, current.lacking(day));
            progress = Optional.of(current.with(day));
            listener.lastDay(day);
        }
        return due.size() > DAYS_A_TURN ? new Turn.MoreIsDue() : new Turn.UpToDate();
    }

    private void close(LocalDate day, List<TopicPartition> partitions) {
        WatermarkRecord watermark = WatermarkRecord.ofSingleSender(day);
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (TopicPartition p : partitions) {
            sent.add(producer.send(
                    new ProducerRecord<>(p.topic(), p.partition(), null, null, null, watermark.toHeaders())));
        }
        ClockClients.TAKEN.await(sent);
        producer.commitTransaction();
    }
}
