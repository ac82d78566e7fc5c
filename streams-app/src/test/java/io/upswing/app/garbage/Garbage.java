package io.upswing.app.garbage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.garbage.Input.Datum;
import io.upswing.schemas.Name;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Bad records for one input. */
public final class Garbage {
    private static final int MANY = 5_000;
    private static final int HUGE = 500_000;
    private static final Set<String> FUZZED = Set.of("undecodable", "unknown-schema");
    private static final byte[] KEY = "bad".getBytes(UTF_8);

    private final TopicCatalogue catalogue;
    private final RegistryClient registry;

    /** @param registry that of the catalogue's serdes */
    public Garbage(TopicCatalogue catalogue, RegistryClient registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /** One of each kind, and truncated ones of every length. */
    public <V extends SpecificRecord> List<Bad> everyKind(Input<V> input) {
        Datum datum = input.bad(catalogue);
        byte[] good = datum.bytes();
        List<Bad> all = new ArrayList<>();
        for (int length = 0; length < good.length; length++) {
            all.add(undecodable("the first " + length + " bytes", Arrays.copyOf(good, length)));
        }
        all.add(undecodable("a byte too many", Arrays.copyOf(good, good.length + 1)));
        for (int magic : new int[] {1, 2, 127, 128, 255}) {
            byte[] wrong = good.clone();
            wrong[0] = (byte) magic;
            all.add(undecodable("magic byte " + magic, wrong));
        }
        for (int id : new int[] {Integer.MIN_VALUE, -1, 0, 999_999, Integer.MAX_VALUE}) {
            all.add(Bad.of("schema id " + id, "unknown-schema", KEY, withId(good, id)));
        }
        all.add(undecodable("another topic's schema", catalogue.names().serialized(new Name("Ann"))));
        all.addAll(lengthsThatAreNotThere(mutations(input)));
        Evolved evolved = evolved(input);
        all.add(undecodable("a kind not heard of yet", evolved.unheardKind()));
        input.enumeration().ifPresent(e -> all.add(undecodable("a symbol not heard of yet", evolved.unheardSymbol(e))));
        input.absurd()
                .forEach(absurd ->
                        all.add(Bad.of(absurd.what(), absurd.reason(), KEY, input.bytes(catalogue, absurd.value()))));
        all.addAll(keys(good));
        all.addAll(headers());
        all.addAll(watermarks());
        return all;
    }

    private <V extends SpecificRecord> Evolved evolved(Input<V> input) {
        return new Evolved(registry, input.topic().apply(catalogue).name(), input.bad(catalogue), input.kinds());
    }

    /** A value whose change, form or command is of a kind that only a later version knows. */
    public <V extends SpecificRecord> byte[] ofUnheardKind(Input<V> input) {
        return evolved(input).unheardKind();
    }

    private static Bad undecodable(String what, byte[] value) {
        return Bad.of(what, "undecodable", KEY, value);
    }

    private static byte[] withId(byte[] good, int id) {
        byte[] other = good.clone();
        ByteBuffer.wrap(other).putInt(1, id);
        return other;
    }

    /** A string, or an array, that says it is longer than all memory. */
    private static List<Bad> lengthsThatAreNotThere(Mutations mutations) {
        return mutations.withHugeNumbers().stream()
                .map(bytes -> undecodable("2³¹ elements", bytes))
                .toList();
    }

    /** Bytes in which chance has a part, none of which can be read. */
    public <V extends SpecificRecord> List<Bad> fuzzed(Input<V> input, Random random, int count) {
        Mutations mutations = mutations(input);
        List<Bad> all = new ArrayList<>();
        while (all.size() < count) {
            byte[] bytes = mutations.any(random);
            if (!mutations.isReadable(bytes)) {
                all.add(new Bad("fuzzed", FUZZED, KEY, bytes, new RecordHeaders()));
            }
        }
        return all;
    }

    /** Bytes in which chance has a part, all of which can be read. */
    public <V extends SpecificRecord> List<byte[]> readable(Input<V> input, Random random, int count) {
        Mutations mutations = mutations(input);
        return Stream.generate(() -> mutations.any(random))
                .filter(mutations::isReadable)
                .limit(count)
                .toList();
    }

    private <V extends SpecificRecord> Mutations mutations(Input<V> input) {
        return new Mutations(input.bad(catalogue));
    }

    private static List<Bad> keys(byte[] good) {
        byte[] tooLong = "k".repeat(100_000).getBytes(UTF_8);
        return List.of(
                Bad.of("no key", "no-id", null, good),
                Bad.of("an empty key", "no-id", new byte[0], good),
                Bad.of("no key, and junk", "no-id", null, new byte[] {1, 2, 3}),
                Bad.of("a key that is no UTF-8", "undecodable", new byte[] {(byte) 0xc3, 0x28}, good),
                Bad.of("a key that is too long", "id-too-long", tooLong, good),
                Bad.of("no value", "no-value", KEY, null),
                new Bad("no key, but a watermark's headers", Set.of("no-id"), null, good, watermark("2017-03-01")));
    }

    private static List<Bad> headers() {
        byte[] junk = "junk".getBytes(UTF_8);
        Headers many = new RecordHeaders();
        for (int i = 0; i < MANY; i++) {
            many.add("h" + i % 7, i % 3 == 0 ? null : Integer.toString(i).getBytes(UTF_8));
        }
        Headers huge = new RecordHeaders().add("", new byte[HUGE]).add("k".repeat(10_000), null);
        Headers ours = new RecordHeaders()
                .add("dead-letter-reason", "forged".getBytes(UTF_8))
                .add("dead-letter-offset", "-1".getBytes(UTF_8));
        Set<String> reason = Set.of("undecodable");
        return List.of(
                new Bad("thousands of headers", reason, KEY, junk, many),
                new Bad("huge headers", reason, KEY, junk, huge),
                new Bad("forged headers", reason, KEY, junk, ours));
    }

    private static List<Bad> watermarks() {
        List<Bad> all = new ArrayList<>();
        all.add(malformed("no headers", new RecordHeaders()));
        for (String day : List.of(
                "0001-01-01",
                "1989-12-31",
                "2101-01-01",
                "9999-12-31",
                "+10000-01-01",
                "2017-02-30",
                "yesterday",
                "")) {
            all.add(malformed("day " + day, watermark(day)));
        }
        for (String from : List.of("1/1", "-1/1", "0/0", "0", "a/b", "0/99999999999", "")) {
            all.add(malformed("from " + from, headers(WatermarkRecord.DAY, "2017-03-01", WatermarkRecord.FROM, from)));
        }
        all.add(malformed("no sender", headers(WatermarkRecord.DAY, "2017-03-01")));
        all.add(malformed("no day", headers(WatermarkRecord.FROM, "0/1")));
        all.add(malformed("two days", watermark("2017-03-01").add(WatermarkRecord.DAY, "2017-03-02".getBytes(UTF_8))));
        all.add(malformed(
                "a day without value", headers(WatermarkRecord.FROM, "0/1").add(WatermarkRecord.DAY, null)));
        all.add(malformed("a huge day", watermark("9".repeat(HUGE))));
        all.add(new Bad("a watermark with a key", Set.of("malformed-watermark"), KEY, null, watermark("2017-03-01")));
        all.add(new Bad("empty key, no value", Set.of("malformed-watermark"), new byte[0], null, new RecordHeaders()));
        all.add(new Bad(
                "a watermark two years ahead", Set.of("watermark-out-of-bounds"), null, null, watermark("2019-03-01")));
        return all;
    }

    private static Bad malformed(String what, Headers headers) {
        return new Bad("watermark: " + what, Set.of("malformed-watermark"), null, null, headers);
    }

    /** The headers of a watermark. */
    public static Headers watermark(String day) {
        return headers(WatermarkRecord.DAY, day, WatermarkRecord.FROM, "0/1");
    }

    private static Headers headers(String... namesAndValues) {
        Headers headers = new RecordHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {

            headers.add(namesAndValues[i], namesAndValues[i + 1].getBytes(UTF_8));
        }
        return headers;
    }
}
