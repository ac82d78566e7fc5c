package io.upswing.app.intake;

import io.upswing.app.avro.RefusedException;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.serde.UndecodableRecordException;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Takes in the records of one task, one by one, in their order.
 *
 * <p>A bad record becomes a dead letter. A record for which the registry can't be asked is parked, and all that follow
 * behind it, until the registry answers: nothing is lost and nothing overtakes. What is parked is a state of the task like
 * any other, so that neither the consumer's nor the transaction's time-out is run into, and a restart finds it again.
 */
public final class Intake {
    /** What a long outage has left must not take longer than a transaction may. */
    private static final int MOST_AT_ONCE = 500;

    private final Parked parked;
    private final RegistryReadiness registry;
    private final RegistryCircuit circuit;
    private final Handler handler;
    private final Consumer<DeadLetter> deadLetters;
    private final IntakeListener listener;

    public Intake(
            Parked parked,
            RegistryReadiness registry,
            RegistryCircuit circuit,
            Handler handler,
            Consumer<DeadLetter> deadLetters,
            IntakeListener listener) {
        this.parked = parked;
        this.registry = registry;
        this.circuit = circuit;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.listener = listener;
        listener.waiting(parked.size());
    }

    /** Takes a record that comes now. */
    public void take(Record<byte[], byte[]> record, RecordMetadata metadata) {
        RawRecord raw = RawRecord.of(record, metadata);
        long size = raw.size();
        if (size > RawRecord.LARGEST) {
            refuse(raw, new Refusal(Reason.TOO_LARGE, size + " bytes, not at most " + RawRecord.LARGEST));
        } else if (!parked.isEmpty() || !handle(raw)) {
            parked.add(raw);
            listener.waiting(parked.size());
        }
    }

    /** Tries again what is parked, in order, until one must still wait, or it is enough for one transaction. */
    public void retry() {
        if (parked.isEmpty()) {
            return;
        }
        for (int left = MOST_AT_ONCE; left > 0; left--) {
            Optional<RawRecord> next = parked.first();
            if (next.isEmpty() || !handle(next.get())) {
                break;
            }
            parked.removeFirst();
        }
        listener.waiting(parked.size());
    }

    /** How many records wait for the registry. */
    public long waiting() {
        return parked.size();
    }

    /** Whether nothing waits, so that what is sent now goes in order. */
    public boolean isClear() {
        return parked.isEmpty() && circuit.mayAsk() && isReady();
    }

    private boolean isReady() {
        try {
            return registry.isReady();
        } catch (RegistryException | SerializationException e) {
            if (RegistryException.isUnavailable(e)) {
                unavailable(e);
                return false;
            }
            throw e;
        }
    }

    private void unavailable(RuntimeException failure) {
        circuit.failed();
        listener.registryUnavailable(failure);
    }

    /** False if the registry must be asked and can't be. */
    private boolean handle(RawRecord record) {
        if (!circuit.mayAsk() || !isReady()) {
            return false;
        }
        switch (record.watermark()) {
            case WatermarkRecord.Reading.Found found -> handleWatermark(record, found.watermark());
            case WatermarkRecord.Reading.Malformed malformed ->
                refuse(record, new Refusal(Reason.MALFORMED_WATERMARK, malformed.reason()));
            case WatermarkRecord.Reading.NoWatermark ignored -> {
                return handleData(record);
            }
        }
        return true;
    }

    private void handleWatermark(RawRecord record, WatermarkRecord watermark) {
        try {
            handler.watermark(record, watermark);
        } catch (RefusedException e) {
            refuse(record, e.refusal());
        }
    }

    private boolean handleData(RawRecord record) {
        Runnable action;
        try {
            action = handler.decode(record);
        } catch (RefusedException e) {
            refuse(record, e.refusal());
            return true;
        } catch (RegistryException | SerializationException e) {
            return handleUnreadable(record, e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // It could be read, but says what no stage writes and no contract allows; nothing has been touched yet.
            refuse(record, new Refusal(Reason.UNDECODABLE, text(e)));
            return true;
        }
        try {
            action.run();
        } catch (RefusedException e) {
            refuse(record, e.refusal());
        }
        return true;
    }

    private boolean handleUnreadable(RawRecord record, RuntimeException failure) {
        if (RegistryException.isUnavailable(failure)) {
            unavailable(failure);
            return false;
        }
        boolean unknownSchema =
                failure instanceof UndecodableRecordException && failure.getCause() instanceof RegistryException;
        refuse(record, new Refusal(unknownSchema ? Reason.UNKNOWN_SCHEMA : Reason.UNDECODABLE, text(failure)));
        return true;
    }

    private static String text(Exception failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }

    private void refuse(RawRecord record, Refusal refusal) {
        listener.refused(record, refusal);
        deadLetters.accept(new DeadLetter(record, refusal));
    }
}
