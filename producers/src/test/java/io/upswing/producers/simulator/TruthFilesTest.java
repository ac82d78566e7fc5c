package io.upswing.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealField;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaRetracted;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepStateRetracted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthFilesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Instant AT = Instant.ofEpochMilli(1_000);
    /** Half an hour before midnight in Copenhagen's winter it is still the day before in London. */
    private static final Instant LATE = Instant.parse("2024-02-10T23:30:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRowSaysWhatIsSetWhatIsEmptiedAndWhatIsNotSaid() throws IOException {
        List<String> rows = rows(
                TruthFiles.DEALS,
                deal(1L, new DealState(DealStatus.OPEN, "x", 5L, null, LATE, null, null, "r1", List.of())),
                deal(
                        2L,
                        new DealPatch(
                                null,
                                null,
                                null,
                                null,
                                null,
                                DAY,
                                null,
                                null,
                                List.of(new Credit("r1", 6_000), new Credit("r2", 4_000)),
                                List.of(DealField.AMOUNT, DealField.OWNER))),
                deal(null, new Deleted()),
                deal(4L, new Merged("d2")),
                deal(5L, new Gap("lost")));

        assertThat(rows)
                .containsExactly(
                        "recorded,deal,version,occurred,event,status,amount,currency,created,closed,owner,credits",
                        "2024-03-01,k,1,1000,e,OPEN,5,-,2024-02-11,-,r1,-",
                        "2024-03-01,k,2,1000,e,,-,,,2024-03-01,-,r1:6000 r2:4000",
                        "2024-03-01,k,-,1000,e,DELETED,,,,,,",
                        "2024-03-01,k,4,1000,e,MERGED,,,,,,",
                        "2024-03-01,k,5,1000,e,,,,,,,");
    }

    @Test
    void retractionsAreMarked() throws IOException {
        assertThat(rows(TruthFiles.REPS, new RepEvent("e", null, 3L, AT, DAY, new RepStateRetracted())))
                .last()
                .isEqualTo("2024-03-01,k,3,1000,e,2024-03-01,1,-,-,-,-");
        assertThat(rows(
                        TruthFiles.QUOTAS,
                        new QuotaEvent("e", null, 3L, AT, QuotaPeriod.MONTH, DAY, null, new QuotaRetracted())))
                .last()
                .isEqualTo("2024-03-01,k,3,1000,e,MONTH,2024-03-01,2024-03-01,1,-");
        assertThat(rows(TruthFiles.ACTIVITIES, new ActivityEvent("e", null, 3L, AT, new Merged("a2"))))
                .last()
                .isEqualTo("2024-03-01,k,3,1000,e,,MERGED,,,,,,,");
    }

    @Test
    void whatIsBadOrToldTwiceAddsNothing() throws IOException {
        SpecificRecord event = deal(1L, new Deleted());
        SimulatedDay day = new SimulatedDay(
                DAY,
                List.of(
                        new SimulatedRecord("k", event, Set.of(Ingredient.DUPLICATES)),
                        new SimulatedRecord("k", event, Set.of(), new Damage(Damage.Kind.ABSURD, 1))));

        try (TruthFiles truth = new TruthFiles(folder, Simulations.small(1))) {
            truth.add(day);
        }

        assertThat(Files.readAllLines(folder.resolve(TruthFiles.DEALS))).hasSize(1);
    }

    @Test
    void theSettingsStandBeside() throws IOException {
        SimulationSettings settings = Simulations.small(9)
                .with(Ingredient.LATE, 0.5)
                .with(new SteadyRep("story", 21))
                .with(new Decline("story", DAY, DAY.plusDays(9), 0.3));

        new TruthFiles(folder, settings).close();

        assertThat(Files.readAllLines(folder.resolve(TruthFiles.SETTINGS)))
                .contains("seed,9", "zone,Europe/Copenhagen", "share.late,0.5", "steady.story,21")
                .contains("decline.story,2024-03-01/2024-03-10 0.3");
    }

    private static SpecificRecord deal(@Nullable Long version, Object change) {
        return new DealEvent("e", null, version, AT, change);
    }

    private List<String> rows(String file, SpecificRecord... values) throws IOException {
        try (TruthFiles truth = new TruthFiles(folder, Simulations.small(1))) {
            for (SpecificRecord value : values) {
                truth.add(new SimulatedDay(DAY, List.of(new SimulatedRecord("k", value, Set.of()))));
            }
        }
        return Files.readAllLines(folder.resolve(file));
    }
}
