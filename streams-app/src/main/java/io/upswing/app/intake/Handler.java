package io.upswing.app.intake;

import io.upswing.app.avro.RefusedException;
import io.upswing.schemas.watermarks.WatermarkRecord;

/** What a stage does with the records that come in. */
public interface Handler {
    /**
     * Reads a record; touches nothing yet.
     *
     * @return what to do with it, once
     * @throws RefusedException if it can't be taken
     * @throws org.apache.kafka.common.errors.SerializationException if it can't be read, ever
     * @throws io.upswing.schemas.registry.RegistryException if it can't be read now
     */
    Runnable decode(RawRecord record);

    /**
     * Takes a watermark.
     *
     * @throws RefusedException if it can't be taken
     */
    void watermark(RawRecord record, WatermarkRecord watermark);
}
