package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.app.config.LogFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LoggingTest {
    private final LoggerContext context = new LoggerContext();

    LoggingTest() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void inJsonAnEventIsAnObjectOnALineHoweverManyLinesItHas() throws Exception {
        List<String> lines = logged(LogFormat.JSON, log -> {
            log.warn("{} of {} \"failed\"\nand more", 1, "two");
            log.error("broke", new IllegalStateException("because\nof that"));
        });

        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.properties().stream().map(entry -> entry.getKey()))
                .containsExactlyInAnyOrder(
                        "timestamp", "level", "threadName", "loggerName", "formattedMessage", "throwable");
        assertThat(first.get("level").asText()).isEqualTo("WARN");
        assertThat(first.get("loggerName").asText()).isEqualTo("io.upswing.Example");
        assertThat(first.get("formattedMessage").asText()).isEqualTo("1 of two \"failed\"\nand more");
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.get("throwable").get("className").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void asTextAnEventIsALineWithTimeLevelAndTheShortNameOfItsLogger() {
        assertThat(logged(LogFormat.TEXT, log -> log.info("{} reps", 3)))
                .singleElement()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) INFO Example - 3 reps");
    }

    private List<String> logged(LogFormat format, Consumer<Logger> logs) {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Logging.write(context, format);
            logs.accept(context.getLogger("io.upswing.Example"));
        } finally {
            context.stop();
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
