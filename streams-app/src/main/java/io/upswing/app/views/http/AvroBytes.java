package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.app.views.UnavailableException;
import io.upswing.schemas.serde.TrustedSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records among instances: Avro's single-object encoding in Base64. An instance of another version can't read it. */
final class AvroBytes {
    static {
        TrustedSchemas.trust();
    }

    private AvroBytes() {}

    static String text(SpecificRecord made) {
        try {
            ByteBuffer bytes = new BinaryMessageEncoder<SpecificRecord>(
                            SpecificData.getForClass(made.getClass()), made.getSchema())
                    .encode(made);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return Base64.getEncoder().encodeToString(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T extends SpecificRecord> T made(Class<T> type, JsonNode text) {
        SpecificData model = SpecificData.getForClass(type);
        try {
            return new BinaryMessageDecoder<T>(model, model.getSchema(type))
                    .decode(Base64.getDecoder().decode(text.textValue()));
        } catch (IOException | AvroRuntimeException e) {
            throw new UnavailableException("another instance has another version: " + e.getMessage(), e);
        }
    }
}
