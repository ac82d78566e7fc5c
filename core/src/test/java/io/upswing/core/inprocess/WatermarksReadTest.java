package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.EntityStage;
import io.upswing.core.rep.RepStage;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who hears which days from whom. */
class WatermarksReadTest {
    private static final int DAY = 18_290;

    @Test
    void eachTaskReadsEachDayOnceFromEachPartitionUpstream() {
        Pipeline pipeline =
                new Pipeline(Setup.usual(30, true).settings(2), new Shuffled(7, 0.2, 0.04), new Observer() {});
        for (int day = DAY; day < DAY + 3; day++) {
            pipeline.watermark(day);
        }

        pipeline.run();

        assertThat(watermarks(pipeline)).isEqualTo("""
                        entity/0 reads crm.activities/0: 0 1 2
                        entity/0 reads crm.deals/0: 0 1 2
                        entity/1 reads crm.activities/1: 0 1 2
                        entity/1 reads crm.deals/1: 0 1 2
                        rep/0 reads commands/0: 0 1 2
                        rep/0 reads facts/0: 0 1 2
                        rep/0 reads facts/1: 0 1 2
                        rep/0 reads org.quotas/0: 0 1 2
                        rep/0 reads org.reps/0: 0 1 2
                        rep/0 reads rules/0: 0 1 2
                        rep/0 reads unit-days/0: 0 1 2
                        rep/0 reads unit-days/1: 0 1 2
                        rep/1 reads commands/1: 0 1 2
                        rep/1 reads facts/0: 0 1 2
                        rep/1 reads facts/1: 0 1 2
                        rep/1 reads org.quotas/1: 0 1 2
                        rep/1 reads org.reps/1: 0 1 2
                        rep/1 reads rules/1: 0 1 2
                        rep/1 reads unit-days/0: 0 1 2
                        rep/1 reads unit-days/1: 0 1 2
                        unit/0 reads unit-sums/0: 0 1 2
                        unit/0 reads unit-sums/1: 0 1 2
                        unit/1 reads unit-sums/0: 0 1 2
                        unit/1 reads unit-sums/1: 0 1 2
                        """);
    }

    @Test
    void whatAnInputSkipsOrRepeatsIsSaidDayByDayDownstream() {
        Pipeline pipeline = new Pipeline(Setup.usual(30, true).settings(1), new InOrder(), new Observer() {});
        for (int day : new int[] {0, 0, 3, 1}) {
            pipeline.watermark(EntityStage.DEALS, 0, DAY + day);
        }
        for (int day : new int[] {1, 2, 3}) {
            pipeline.watermark(EntityStage.ACTIVITIES, 0, DAY + day);
            pipeline.watermark(RepStage.REPS, 0, DAY + day);
            pipeline.watermark(RepStage.QUOTAS, 0, DAY + day);
            pipeline.watermark(RepStage.RULES, 0, DAY + day);
            pipeline.watermark(RepStage.COMMANDS, 0, DAY + day);
        }

        pipeline.run();

        assertThat(watermarks(pipeline)).isEqualTo("""
                        entity/0 reads crm.activities/0: 1 2 3
                        entity/0 reads crm.deals/0: 0 0 3 1
                        rep/0 reads commands/0: 1 2 3
                        rep/0 reads facts/0: 0 1 2 3
                        rep/0 reads org.quotas/0: 1 2 3
                        rep/0 reads org.reps/0: 1 2 3
                        rep/0 reads rules/0: 1 2 3
                        rep/0 reads unit-days/0: 0 1 2 3
                        unit/0 reads unit-sums/0: 0 1 2 3
                        """);
    }

    private static String watermarks(Pipeline pipeline) {
        SortedMap<String, List<Integer>> read = new TreeMap<>();
        pipeline.tasks()
                .forEach((name, task) -> task.inputs().stream()
                        .flatMap(queue -> queue.messages().stream())
                        .forEach(message -> {
                            if (message instanceof Message.Watermark m) {
                                read.computeIfAbsent(
                                                name + " reads " + m.input() + "/" + m.partition(),
                                                line -> new ArrayList<>())
                                        .add(m.day() - DAY);
                            }
                        }));
        StringBuilder text = new StringBuilder();
        read.forEach((line, days) -> {
            text.append(line).append(':');
            days.forEach(day -> text.append(' ').append(day));
            text.append('\n');
        });
        return text.toString();
    }
}
