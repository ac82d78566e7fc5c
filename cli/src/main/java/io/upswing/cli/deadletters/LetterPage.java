package io.upswing.cli.deadletters;

import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.RegistryException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** All that is known of one dead letter, for people. */
public final class LetterPage {
    private static final int WIRE_HEAD = 5;
    private static final int MOST_DUMPED = 1024;

    private final RegistryClient registry;

    /** @param registry decodes values; the caller's to close */
    public LetterPage(RegistryClient registry) {
        this.registry = registry;
    }

    private record Decoded(String schema, String json) {}

    /** The page's lines. */
    public List<String> of(Letter letter, Returns returns) {
        List<String> lines = new ArrayList<>();
        line(lines, "Dead letter", letter.place() + ", since " + letter.since());
        line(lines, "Reason", Texts.harmless(letter.reason()));
        line(lines, "Detail", Texts.harmless(letter.detail()));
        line(
                lines,
                "Stands at",
                letter.source()
                        .map(Letter.Source::toString)
                        .map(Texts::harmless)
                        .orElse("–"));
        letter.resentFrom().ifPresent(from -> line(lines, "Resent from", from.toString()));
        returns.of(letter).ifPresent(at -> line(lines, "Again at", at.toString()));
        List<Header> headers = letter.originalHeaders();
        line(lines, "Headers", headers.isEmpty() ? "none" : Integer.toString(headers.size()));
        headers.forEach(header -> line(lines, "", Texts.harmless(header.key()) + " = " + Texts.shown(header.value())));
        line(
                lines,
                "Key",
                bytes(letter.key())
                        + Optional.ofNullable(letter.key())
                                .map(k -> ": " + Texts.shown(k))
                                .orElse(""));
        value(lines, letter.value());
        return lines;
    }

    private void value(List<String> lines, byte @Nullable [] value) {
        if (value == null) {
            line(lines, "Value", bytes(value));
            return;
        }
        try {
            Decoded decoded = decode(value);
            line(lines, "Value", bytes(value) + ", a " + decoded.schema());
            decoded.json().lines().forEach(lines::add);
        } catch (IOException | RuntimeException e) {
            line(lines, "Value", bytes(value) + ", not decoded: " + Texts.harmless(String.valueOf(e.getMessage())));
            lines.addAll(Texts.dump(value, MOST_DUMPED));
        }
    }

    private Decoded decode(byte[] value) throws IOException {
        if (value.length < WIRE_HEAD || value[0] != 0) {
            throw new IOException("not in Confluent's wire format");
        }
        int id = ByteBuffer.wrap(value).getInt(1);
        Schema schema = schema(id);
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(value, WIRE_HEAD, value.length - WIRE_HEAD, null);
        Object datum = new GenericDatumReader<>(schema).read(null, in);
        if (!in.isEnd()) {
            throw new IOException("bytes are left over after the datum of schema id " + id);
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonEncoder out = EncoderFactory.get().jsonEncoder(schema, json, true);
        new GenericDatumWriter<>(schema).write(datum, out);
        out.flush();
        return new Decoded(schema.getFullName() + " of schema id " + id, json.toString(StandardCharsets.UTF_8));
    }

    private Schema schema(int id) throws IOException {
        try {
            return registry.byId(id);
        } catch (RegistryException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String bytes(byte @Nullable [] bytes) {
        return bytes == null ? "null" : bytes.length + " bytes";
    }

    private static void line(List<String> lines, String title, String text) {
        lines.add("%-12s %s".formatted(title, text).stripTrailing());
    }
}
