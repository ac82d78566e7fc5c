package io.upswing.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.intake.DeadLetter;
import io.upswing.app.topology.Emission.Route;
import io.upswing.core.time.Days;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.WatermarkRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes for one task. Every record starts with fresh headers, so that a watermark's header never rides on a fact.
 *
 * <p>Values are encoded here, not in the sinks: what can't be encoded then fails the task before anything is sent.
 */
final class Outlet {
    /** Watermarks carry it where a null key would be dropped; a partitioner knows them by it. */
    static final byte[] WATERMARK_KEY = new byte[0];

    private final ProcessorContext<byte[], Emission> context;

    Outlet(ProcessorContext<byte[], Emission> context) {
        this.context = context;
    }

    <V> void write(Route route, String key, Topic<String, V> topic, V value) {
        forward(key.getBytes(UTF_8), new Emission(route, topic.serialized(value)), new RecordHeaders());
    }

    /** To all partitions: this task has closed a day. */
    void watermark(Route route, int day, int partitions) {
        WatermarkRecord watermark =
                new WatermarkRecord(Days.date(day), context.taskId().partition(), partitions);
        forward(WATERMARK_KEY, new Emission(route, null), watermark.toHeaders());
    }

    void deadLetter(DeadLetter letter) {
        forward(letter.key(), new Emission(Route.DEAD_LETTERS, letter.value()), letter.headers());
    }

    private void forward(byte @Nullable [] key, Emission emission, Headers headers) {
        context.forward(new Record<>(key, emission, context.currentSystemTimeMs(), headers));
    }
}
