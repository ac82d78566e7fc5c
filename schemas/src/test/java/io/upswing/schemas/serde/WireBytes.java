package io.upswing.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records in the wire format, made by hand. */
final class WireBytes {
    private WireBytes() {}

    static byte[] of(int id, GenericRecord record) throws IOException {
        return head(id, encoder -> new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder));
    }

    /** What follows the schema id. */
    interface Body {
        void write(BinaryEncoder encoder) throws IOException;
    }

    static byte[] head(int id, Body body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        body.write(encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
