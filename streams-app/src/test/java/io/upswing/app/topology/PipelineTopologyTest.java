package io.upswing.app.topology;

import static io.upswing.app.topology.PipelineFixture.state;
import static io.upswing.app.topology.PipelineFixture.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.intake.DeadLetter;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.Credit;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.MeasureAmount;
import io.upswing.schemas.Name;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.UnitDay;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineTopologyTest {
    @Test
    void theTopologyIsAsTheGoldenFileSays() throws IOException {
        String described;
        try (var catalogue = PipelineFixture.catalogue("mock://golden")) {
            described = new PipelineTopology(PipelineFixture.plumbing(catalogue, StageObserver.NONE))
                    .get()
                    .describe()
                    .toString();
        }

        if (Boolean.getBoolean("upswing.golden.write")) {
            Files.writeString(Path.of("src/test/resources/topology.txt"), described);
        }

        try (InputStream golden = PipelineTopologyTest.class.getResourceAsStream("/topology.txt")) {
            assertThat(described)
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8));
        }
    }

    @Test
    void aWonDealShowsInTheKpisOfRepTeamRegionAndCompany() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28").member("r1", "t1", "north").won("d1", "r1", "2017-02-10", "2017-03-01", 250_00);

            at.emit();

            assertThat(value(at.current().get("r1"), "30d", "revenue")).hasValue(250_00.0);
            Map<String, KpiSnapshot> units = at.units();
            for (String unit : List.of("team:t1", "region:north", "company")) {
                assertThat(value(units.get(unit), "mtd", "deals_won")).as(unit).hasValue(1.0);
            }
        }
    }

    @Test
    void aLateCorrectionChangesWindowsAndDayBeforeAnyFurtherWatermark() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28").member("r1", "t1", "north").won("d1", "r1", "2017-02-10", "2017-03-01", 250_00);
            at.closed("2017-03-01").closed("2017-03-02").emit();
            at.current();
            at.daily();

            at.won("d1", "r1", "2017-02-10", "2017-03-01", 300_00).emit();

            assertThat(value(at.current().get("r1"), "7d", "revenue")).hasValue(300_00.0);
            assertThat(at.daily()).containsKey("r1|2017-03-01");
        }
    }

    @Test
    void aDeletedDealTakesAllItEverCountedBack() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28").won("d1", "r1", "2017-02-10", "2017-03-01", 250_00);

            at.deleted("d1").emit();

            KpiSnapshot snapshot = at.current().get("r1");
            assertThat(value(snapshot, "365d", "revenue")).hasValue(0.0);
            assertThat(value(snapshot, "365d", "deals_created")).hasValue(0.0);
        }
    }

    @Test
    void anInstantIsDatedInTheOrganizationsTimeZone() {
        try (PipelineFixture at = new PipelineFixture()) {
            Instant lateOnMarch29 = Instant.parse("2026-03-29T21:30:00Z");
            at.closed("2026-03-28").deal("d1", state(DealStatus.WON, "r1", lateOnMarch29, lateOnMarch29, 1_00));

            at.emit();

            assertThat(at.daily()).containsOnlyKeys("r1|2026-03-29");
        }
    }

    @Test
    void badRecordsBecomeDeadLettersAndTheGoodOnesCount() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28").won("d1", "r1", "2017-02-10", "2017-03-01", 250_00);
            at.raw("d2".getBytes(UTF_8), "junk".getBytes(UTF_8), "trace", "abc");
            at.raw("d3".getBytes(UTF_8), new byte[] {0, 0, 0, 3, (byte) 231, 1});
            at.raw(null, null);
            at.raw(null, null, WatermarkRecord.DAY, "yesterday", WatermarkRecord.FROM, "0/1");
            at.raw("d4".getBytes(UTF_8), null);
            at.raw(null, new byte[] {0});
            at.raw("d5".getBytes(UTF_8), PipelineFixture.bytes(at.catalogue().names(), new Name("Ann")));
            at.won("d6", "r1", "2017-02-10", "2017-03-01", 10_000_000_000_001L);
            at.won("d7", "r1", "1989-12-31", "2017-03-01", 1_00);
            at.won("d8", "r1", "2017-02-10", "2017-03-01", 50_00).emit();

            List<TestRecord<byte[], byte[]>> letters = at.records(at.catalogue().deadLetters());
            assertThat(letters)
                    .extracting(letter -> header(letter, DeadLetter.REASON))
                    .containsExactly(
                            "undecodable",
                            "unknown-schema",
                            "malformed-watermark",
                            "malformed-watermark",
                            "no-value",
                            "no-id",
                            "undecodable",
                            "amount-out-of-bounds",
                            "date-out-of-bounds");
            assertThat(letters.getFirst().value()).isEqualTo("junk".getBytes(UTF_8));
            assertThat(header(letters.getFirst(), "trace")).isEqualTo("abc");
            assertThat(header(letters.getFirst(), DeadLetter.TOPIC)).isEqualTo("upswing.crm.deals");
            assertThat(header(letters.getFirst(), DeadLetter.PARTITION)).isEqualTo("0");
            assertThat(header(letters.getFirst(), DeadLetter.OFFSET)).isEqualTo("2");
            assertThat(value(at.current().get("r1"), "30d", "revenue")).hasValue(300_00.0);
        }
    }

    @Test
    void activitiesAndQuotasShowInTheKpisOfRepAndTeam() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-03-01").member("r1", "t1", "north");
            at.activity("a1", activity(ActivityKind.CALL, "r1", "2017-03-02T09:00:00Z", "2017-03-02T09:01:30Z"));
            at.activity("a2", activity(ActivityKind.MEETING, "r1", "2017-02-28T13:00:00Z", null));
            at.quota("r1", QuotaPeriod.MONTH, "2017-03-01", 1_000_00);
            at.won("d1", "r1", "2017-02-10", "2017-03-02", 250_00);
            at.closed("2017-03-03").emit();

            KpiSnapshot rep = at.current().get("r1");
            assertThat(value(rep, "30d", "calls")).hasValue(1.0);
            assertThat(value(rep, "mtd", "activities")).hasValue(1.0);
            assertThat(value(rep, "30d", "meetings_held")).hasValue(1.0);
            assertThat(value(rep, "30d", "logging_delay_mean_seconds")).hasValue(90.0);
            // Saturday the 4th is open: Friday is the only working day since.
            assertThat(value(rep, "7d", "days_since_activity")).hasValue(2.0);
            assertThat(value(rep, "7d", "working_days_since_activity")).hasValue(1.0);
            assertThat(value(rep, "mtd", "quota_attainment")).hasValue(0.25);
            assertThat(value(rep, "qtd", "quota_attainment")).isEmpty();
            assertThat(value(rep, "30d", "quota")).isEmpty();
            KpiSnapshot team = at.units().get("team:t1");
            assertThat(value(team, "mtd", "quota_attainment")).hasValue(0.25);
            assertThat(value(team, "30d", "activities")).hasValue(2.0);
        }
    }

    private static ActivityState activity(ActivityKind kind, String owner, String happened, @Nullable String logged) {
        return new ActivityState(
                kind,
                ActivityStatus.DONE,
                Instant.parse(happened),
                logged == null ? null : Instant.parse(logged),
                owner,
                null,
                null,
                null);
    }

    @Test
    void aQuotaThatCannotBeComparedIsRefused() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28");
            at.quota("r1", QuotaPeriod.MONTH, "2017-03-02", 1_000_00);
            at.quota("r1", QuotaPeriod.QUARTER, "2017-03-01", 1_000_00);
            at.quota("r1", QuotaPeriod.MONTH, "2017-03-01", -1);

            assertThat(at.records(at.catalogue().deadLetters()))
                    .extracting(letter -> header(letter, DeadLetter.REASON))
                    .containsExactly("no-period-start", "no-period-start", "amount-out-of-bounds");
        }
    }

    @Test
    void whatCouldOverflowOrGrowWithoutBoundIsRefusedAndTheStreamGoesOn() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28");
            at.open("d".repeat(1025), "r1", "2017-02-10", 1_00);
            at.open("d1", "r".repeat(1025), "2017-02-10", 1_00);
            at.deal("d2", credited(10_000_000_000_000L, Collections.nCopies(93, new Credit("a", 10_000))));
            at.deal("d3", credited(1_00, List.of(new Credit("a", 0))));
            at.closed("2019-02-28");
            at.won("d4", "r1", "2017-02-10", "2017-03-01", 50_00).emit();

            assertThat(at.records(at.catalogue().deadLetters()))
                    .extracting(letter -> header(letter, DeadLetter.REASON))
                    .containsExactlyInAnyOrder(
                            "id-too-long",
                            "id-too-long",
                            "share-out-of-bounds",
                            "share-out-of-bounds",
                            "watermark-out-of-bounds",
                            "watermark-out-of-bounds",
                            "watermark-out-of-bounds",
                            "watermark-out-of-bounds",
                            "watermark-out-of-bounds",
                            "watermark-out-of-bounds");
            assertThat(value(at.current().get("r1"), "30d", "revenue")).hasValue(50_00.0);
        }
    }

    @Test
    void badOrgRecordsBecomeDeadLettersToo() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28");
            at.rawOrg("r1".getBytes(UTF_8), "junk".getBytes(UTF_8));
            at.rawOrg("r1".getBytes(UTF_8), null);
            at.rawOrg(null, "junk".getBytes(UTF_8));
            at.member("r1", "t1", "north", "1989-12-31");
            at.member("r1", "t1", "north")
                    .won("d1", "r1", "2017-02-10", "2017-03-01", 50_00)
                    .emit();

            List<TestRecord<byte[], byte[]>> letters = at.records(at.catalogue().deadLetters());
            assertThat(letters)
                    .extracting(letter -> header(letter, DeadLetter.REASON))
                    .containsExactly("undecodable", "no-value", "no-id", "date-out-of-bounds");
            assertThat(letters)
                    .extracting(letter -> header(letter, DeadLetter.TOPIC))
                    .containsOnly("upswing.org.reps");
            assertThat(value(at.units().get("team:t1"), "30d", "revenue")).hasValue(50_00.0);
        }
    }

    @Test
    void whatNoStageWouldWriteToAnInternalTopicStopsNothing() {
        try (PipelineFixture at = new PipelineFixture()) {
            at.closed("2017-02-28");
            at.unitDay("nonsense", new UnitDay(17_225, null, List.of()));
            at.unitDay("company", new UnitDay(Integer.MIN_VALUE, null, List.of()));
            at.unitDay("company", new UnitDay(17_225, null, List.of(new MeasureAmount(1, 1L))));
            at.won("d1", "r1", "2017-02-10", "2017-03-01", 50_00).emit();

            assertThat(at.records(at.catalogue().deadLetters()))
                    .extracting(letter -> header(letter, DeadLetter.REASON))
                    .containsExactly("undecodable", "undecodable", "undecodable");
            assertThat(value(at.current().get("r1"), "30d", "revenue")).hasValue(50_00.0);
        }
    }

    private static DealState credited(long amount, List<Credit> credits) {
        DealState state = state(DealStatus.WON, "r1", "2017-02-10", "2017-03-01", amount);
        state.setCredits(credits);
        return state;
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
