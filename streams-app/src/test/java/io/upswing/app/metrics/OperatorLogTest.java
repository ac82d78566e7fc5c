package io.upswing.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.intake.RawRecord;
import io.upswing.app.topology.Tasks;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class OperatorLogTest {
    private static final Tasks.Id REP_2 = new Tasks.Id("rep", 2);
    private static final Tasks.Id REP_3 = new Tasks.Id("rep", 3);

    private final List<String> lines = new ArrayList<>();
    private final OperatorLog log = new OperatorLog(recording());

    private Logger recording() {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    Object[] values = arguments.length == 2 && arguments[1] instanceof Object[] array
                            ? array
                            : List.of(arguments).subList(1, arguments.length).toArray();
                    lines.add(method.getName() + ": "
                            + MessageFormatter.arrayFormat((String) arguments[0], values)
                                    .getMessage());
                    return null;
                });
    }

    @Test
    void aWaitIsSaidOnceAndSoIsItsEnd() {
        log.registryUnavailable(REP_2, new IllegalStateException("schema registry unreachable: http://registry"));
        log.waiting(REP_2, 1);
        log.waiting(REP_2, 2);
        log.registryUnavailable(REP_2, new IllegalStateException("again"));
        log.waiting(REP_2, 1);
        log.handled(REP_2);
        log.waiting(REP_2, 0);
        log.waiting(REP_2, 0);

        assertThat(lines)
                .containsExactly(
                        "warn: rep/2 waits for the schema registry: schema registry unreachable: http://registry",
                        "info: rep/2 goes on: the schema registry answers again");
    }

    @Test
    void whoWaitsWithoutAskingSaysWhatTheOtherHeard() {
        log.registryUnavailable(REP_2, new IllegalStateException("no answer"));
        log.waiting(REP_3, 1);

        assertThat(lines).last().isEqualTo("warn: rep/3 waits for the schema registry: no answer");
    }

    @Test
    void aWaitWithoutRecordsIsOverWhenSomethingIsHandled() {
        log.registryUnavailable(REP_2, new IllegalStateException("no answer"));
        log.handled(REP_2);
        log.registryUnavailable(REP_2, new IllegalStateException("no answer"));

        assertThat(lines).extracting(line -> line.substring(0, 4)).containsExactly("warn", "info", "warn");
    }

    @Test
    void aTaskThatNeverWaitedSaysNothing() {
        log.waiting(REP_2, 0);
        log.handled(REP_2);
        log.stopped(REP_2);

        assertThat(lines).isEmpty();
    }

    @Test
    void theFirstDeadLetterOfEachReasonAndThenEachThousandthIsSaid() {
        byte[] value = "Ann Example".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2500; i++) {
            log.refused(
                    new RawRecord("crm.deals", 3, i, 0, value, value, new RecordHeaders()),
                    new Refusal(Reason.UNDECODABLE, "Ann Example is no date"));
        }
        log.refused(
                new RawRecord("crm.deals", 3, 9, 0, value, value, new RecordHeaders()),
                new Refusal(Reason.NO_ID, "no key"));

        assertThat(lines)
                .containsExactly(
                        "warn: dead letter: crm.deals partition 3 offset 0: undecodable (1 with this reason since the start)",
                        "warn: dead letter: crm.deals partition 3 offset 999: undecodable (1000 with this reason since the start)",
                        "warn: dead letter: crm.deals partition 3 offset 1999: undecodable (2000 with this reason since the start)",
                        "warn: dead letter: crm.deals partition 3 offset 9: no-id (1 with this reason since the start)");
    }
}
