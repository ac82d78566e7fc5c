package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.entity.EntityOutput;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.entity.HeapEntities;
import io.upswing.core.entity.Quality;
import io.upswing.core.kpi.Sums;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.HeapGateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of docs/time.md, run as it stands there. */
class TimeDocExampleTest {
    private static final String ADA = "ada";
    private static final int SUNDAY = 1;
    private static final int MONDAY = 2;
    private static final int TUESDAY = 3;
    private static final int WEDNESDAY = 4;
    private static final List<String> NAMES = List.of("Sun", "Mon", "Tue", "Wed", "Thu");

    private final Story story = new Story(Story.Settings.USUAL.factPartitions(2));
    private final List<EntityStage> partitions = List.of(partition(0), partition(1));
    private final List<String> table = new ArrayList<>();
    private long version;
    private int evaluated = SUNDAY;

    @Test
    void theTableInTheDocumentationIsWhatHappens() throws IOException {
        story.joins(ADA, "north", 1).orgSays(SUNDAY);
        say(0, SUNDAY);
        say(1, SUNDAY);
        row("all have said Sun");

        won(0, "A", MONDAY, 500);
        row("0: A won, 500, closed Mon");
        say(0, MONDAY);
        story.orgSays(MONDAY);
        row("0 says Mon");
        won(0, "B", TUESDAY, 200);
        row("0: B won, 200, closed Tue");
        say(0, TUESDAY);
        story.orgSays(TUESDAY);
        row("0 says Tue");
        won(0, "A", MONDAY, 400);
        row("0: A corrected to 400");
        say(1, MONDAY);
        row("1 says Mon");
        won(1, "C", TUESDAY, 50);
        row("1: C won, 50, closed Tue");
        say(1, TUESDAY);
        row("1 says Tue");
        say(0, WEDNESDAY);
        say(1, WEDNESDAY);
        story.orgSays(WEDNESDAY);
        row("0 and 1 say Wed");

        List<String> documented = Files.readAllLines(Path.of("..", "docs", "time.md")).stream()
                .filter(line -> line.matches("\\| [0-9] \\|.*"))
                .toList();
        assertThat(documented).containsExactlyElementsOf(table);
        assertThat(story.revenue("team:north", MONDAY)).isEqualTo(400);
        assertThat(story.revenue("team:north", TUESDAY)).isEqualTo(250);
    }

    private void row(String whatComes) {
        String seen = "";
        if (story.evaluatedDay() > evaluated) {
            evaluated = story.evaluatedDay();
            Evidence evidence = story.evaluation(ADA, evaluated);
            SortedMap<Integer, Long> own = new TreeMap<>();
            for (int day = SUNDAY; day <= evaluated; day++) {
                own.put(day, evidence.own(day));
            }
            own.values().removeIf(revenue -> revenue == 0);
            seen = NAMES.get(evaluated - 1) + " saw " + text(own);
        }
        String changes = story.repChanges(ADA).entrySet().stream()
                .map(change -> "k=" + NAMES.get(change.getKey() - 1) + ": " + text(change.getValue()))
                .collect(Collectors.joining("; "));
        table.add("| " + table.size() + " | "
                + String.join(
                        " | ",
                        whatComes,
                        NAMES.get(story.openDay() - 1),
                        NAMES.get(story.evaluatedDay() - 1),
                        orDash(text(story.repPanes(ADA))),
                        orDash(changes),
                        Long.toString(story.last7Days(ADA)),
                        orDash(seen))
                + " |");
    }

    private static String orDash(String cell) {
        return cell.isEmpty() ? "–" : cell;
    }

    private static String text(Map<Integer, Long> revenue) {
        return revenue.entrySet().stream()
                .map(day -> NAMES.get(day.getKey() - 1) + " "
                        + Long.toString(day.getValue()).replace('-', '−'))
                .collect(Collectors.joining(", "));
    }

    private void say(int partition, int day) {
        partitions.get(partition).watermark(EntityStage.DEALS, 0, Story.march(day));
        partitions.get(partition).watermark(EntityStage.ACTIVITIES, 0, Story.march(day));
    }

    /** Created and won on one day. */
    private void won(int partition, String deal, int day, long amount) {
        OptionalInt date = OptionalInt.of(Story.march(day));
        DealState state = new DealState(
                Status.WON,
                Optional.empty(),
                OptionalLong.of(amount),
                Optional.empty(),
                date,
                date,
                OptionalInt.empty(),
                Optional.of(ADA),
                List.of());
        version++;
        partitions
                .get(partition)
                .deal(0, deal, new SourceOrder(version, 0, "e" + version), "crm", new DealChange.Whole(state));
    }

    private EntityStage partition(int number) {
        EntityOutput toReps = new EntityOutput() {
            @Override
            public void fact(String rep, int day, int k, Sums sums, String entity) {
                story.fact(rep, day, k, sums);
            }

            @Override
            public void dayClosed(int day) {
                story.factsSay(number, day - Story.march(0));
            }

            @Override
            public void quality(Quality.Key key, long count) {}
        };
        return new EntityStage(
                HeapEntities.stores(new HeapGateStore<>()),
                toReps,
                new EntityStage.Settings("EUR", CreditPolicy.KEEP, new Bounds(365), 60));
    }
}
