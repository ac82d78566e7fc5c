package io.upswing.app.views;

import static io.upswing.app.views.SubjectLevel.COMPANY;
import static io.upswing.app.views.SubjectLevel.REGION;
import static io.upswing.app.views.SubjectLevel.REP;
import static io.upswing.app.views.SubjectLevel.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.topology.Tasks;
import io.upswing.core.entity.Quality;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static final OptionalInt NOW = OptionalInt.empty();

    private final InMemoryStages stages = new InMemoryStages(3, 2);

    private static OptionalInt on(String day) {
        return OptionalInt.of(Days.of(day));
    }

    private static long of(SubjectKpis kpis, String window, Kpi kpi) {
        int index = kpis.snapshot().windows().indexOf(Window.parse(window, 1));
        return kpis.snapshot().value(index, kpi).numerator();
    }

    private SubjectKpis rep(String id, OptionalInt day) {
        return stages.queries().one(Subject.rep(id), day).orElseThrow();
    }

    @Test
    void aRepIsShownOnTheOpenDay() {
        stages.close("2017-05-31").fact("r1", "2017-06-01", Facts.won(100_00, 20));

        SubjectKpis kpis = rep("r1", NOW);

        assertThat(kpis.snapshot().day()).isEqualTo(Days.of("2017-06-01"));
        assertThat(kpis.closed()).isFalse();
        assertThat(of(kpis, "7d", Kpi.REVENUE)).isEqualTo(100_00);
    }

    @Test
    void aPastDayIsShownAsKnownNow() {
        stages.close("2017-05-31").fact("r1", "2017-06-01", Facts.won(100_00, 20));
        stages.close("2017-06-03").fact("r1", "2017-06-01", Facts.won(50_00, 20));

        SubjectKpis before = rep("r1", on("2017-05-31"));
        SubjectKpis then = rep("r1", on("2017-06-01"));

        assertThat(of(before, "7d", Kpi.REVENUE)).isZero();
        assertThat(of(then, "7d", Kpi.REVENUE)).isEqualTo(150_00);
        assertThat(then.closed()).isTrue();
        assertThat(rep("r1", on("2017-06-04"))).isEqualTo(rep("r1", NOW));
    }

    @Test
    void whoeverIsKnownIsListedThoughNothingHappened() {
        stages.member("idle", "t9", "north", "2017-01-01").close("2017-05-31").fact("busy", "2017-06-01", Facts.lost());

        assertThat(stages.queries().all(REP, NOW).subjects())
                .extracting(kpis -> kpis.subject().id())
                .containsExactly("busy", "idle");
        assertThat(stages.queries().all(TEAM, NOW).subjects())
                .singleElement()
                .satisfies(team -> assertThat(team.subject().id()).isEqualTo("t9"))
                .satisfies(team -> assertThat(of(team, "30d", Kpi.DEALS_LOST)).isZero());
        assertThat(stages.queries()
                        .panes(new Subject(REGION, "north"))
                        .orElseThrow()
                        .panes())
                .isEmpty();
    }

    @Test
    void thereIsACompanyFromTheFirstDayOn() {
        stages.close("2017-05-31");

        assertThat(stages.queries().all(COMPANY, NOW).subjects()).hasSize(1);
        assertThat(stages.queries().all(REP, NOW).subjects()).isEmpty();
    }

    @Test
    void aRepStandsWhereItStoodOnTheDayAskedFor() {
        stages.member("r1", "t1", "north", "2017-01-01")
                .member("r1", "t2", "south", "2017-06-02")
                .close("2017-06-04");

        assertThat(rep("r1", on("2017-06-01")).placement())
                .isEqualTo(new Placement(Optional.of("t1"), Optional.of("north")));
        assertThat(rep("r1", NOW).placement()).isEqualTo(new Placement(Optional.of("t2"), Optional.of("south")));
        assertThat(stages.queries().all(TEAM, on("2017-06-01")).subjects())
                .extracting(kpis -> kpis.subject().id())
                .containsExactly("t1");
    }

    @Test
    void unitsAddUpTheirReps() {
        stages.member("r1", "t1", "north", "2017-01-01")
                .member("r2", "t1", "north", "2017-01-01")
                .member("r3", "t2", "north", "2017-01-01")
                .close("2017-05-31")
                .fact("r1", "2017-06-01", Facts.won(1_00, 1))
                .fact("r2", "2017-06-01", Facts.won(2_00, 1))
                .fact("r3", "2017-06-01", Facts.won(4_00, 1))
                .close("2017-06-01");

        assertThat(revenue(TEAM)).containsExactly(3_00L, 4_00L);
        assertThat(revenue(REGION)).containsExactly(7_00L);
        assertThat(revenue(COMPANY)).containsExactly(7_00L);
    }

    private List<Long> revenue(SubjectLevel level) {
        return stages.queries().all(level, NOW).subjects().stream()
                .map(kpis -> of(kpis, "7d", Kpi.REVENUE))
                .toList();
    }

    @Test
    void nobodyIsFoundUnderAnUnknownId() {
        stages.close("2017-05-31");

        assertThat(stages.queries().one(Subject.rep("nobody"), NOW)).isEmpty();
        assertThat(stages.queries().one(new Subject(TEAM, "none"), NOW)).isEmpty();
        assertThat(stages.queries().panes(new Subject(TEAM, "none"))).isEmpty();
    }

    @Test
    void daysThatCantBeAskedForAreNamed() {
        stages.close("2017-05-31").fact("r1", "2017-06-01", Facts.created());
        KpiQueries queries = stages.queries();

        assertThatThrownBy(() -> queries.one(Subject.rep("r1"), on("2017-06-02")))
                .isInstanceOf(DayOutOfReachException.class)
                .hasMessageContaining("2017-06-01, which is open");
        assertThatThrownBy(() -> queries.all(TEAM, on("2017-06-02"))).isInstanceOf(DayOutOfReachException.class);
        assertThatThrownBy(() -> queries.all(COMPANY, on("2015-04-01")))
                .isInstanceOf(DayOutOfReachException.class)
                .hasMessageContaining("the first day is 2015-04-02");
    }

    @Test
    void aWindowThatReachesBehindTheKeptDaysIsLeftOut() {
        stages.close("2017-05-31").fact("r1", "2017-06-01", Facts.created());

        SubjectKpis kpis = rep("r1", on("2015-06-01"));

        assertThat(kpis.snapshot().windows()).extracting(Window::id).containsExactly("7d", "30d", "mtd");
    }

    @Test
    void halfAnAnswerIsNoAnswer() {
        stages.close("2017-05-31");
        Instance half = new LocalInstance("half", stages.only(task -> task.partition() == 0), stages.settings());

        assertThatThrownBy(() -> stages.queries(half).all(REP, NOW))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("rep/1");
    }

    @Test
    void nothingIsShownBeforeADayIsOpen() {
        assertThatThrownBy(() -> stages.queries().all(REP, NOW))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no day is open yet");
    }

    @Test
    void severalInstancesSayWhatOneSays() {
        for (int i = 0; i < 200; i++) {
            stages.member("r" + i, "t" + i % 7, "g" + i % 2, "2017-01-01");
        }
        stages.close("2017-05-31");
        for (int i = 0; i < 200; i++) {
            stages.fact("r" + i, "2017-06-01", Facts.won(i, 1));
        }
        KpiQueries several = stages.queries(
                new LocalInstance("a", stages.only(task -> task.partition() == 0), stages.settings()),
                new LocalInstance("b", stages.only(task -> task.partition() != 0), stages.settings()));

        for (SubjectLevel level : SubjectLevel.values()) {
            assertThat(several.all(level, NOW)).isEqualTo(stages.queries().all(level, NOW));
        }
        assertThat(several.one(Subject.rep("r7"), NOW))
                .isEqualTo(stages.queries().one(Subject.rep("r7"), NOW));
    }

    @Test
    void daysTellWhatIsMissing() {
        stages.close("2017-05-31");
        Instance away = new Away();

        DayReport report = stages.queries(
                        new LocalInstance("a", stages.only(task -> task.partition() == 0), stages.settings()), away)
                .days();

        assertThat(report.tasks()).hasSize(3);
        assertThat(report.missing()).extracting(Object::toString).hasSize(3);
        assertThat(report.unreachable()).containsExactly("away: gone");
    }

    @Test
    void theCountsOfAllTasksAreOneSum() {
        Instance one = new LocalInstance("a", stages.only(task -> task.partition() == 0), stages.settings());
        Instance other = new LocalInstance("b", stages.only(task -> task.partition() != 0), stages.settings());

        assertThat(stages.queries(one, other).quality()).isEqualTo(Map.of(InMemoryStages.ODD, (long)
                stages.settings().partitions().reps()));
        assertThatThrownBy(() -> stages.queries(one).quality()).isInstanceOf(UnavailableException.class);
    }

    private static final class Away implements Instance {
        @Override
        public String address() {
            return "away";
        }

        @Override
        public List<Part> parts(SubjectLevel level, OptionalInt day) {
            throw new UnavailableException("gone");
        }

        @Override
        public Optional<SubjectKpis> kpis(Subject subject, OptionalInt day) {
            throw new UnavailableException("gone");
        }

        @Override
        public Optional<SubjectPanes> panes(Subject subject) {
            throw new UnavailableException("gone");
        }

        @Override
        public InstanceCases cases() {
            throw new UnavailableException("gone");
        }

        @Override
        public List<io.upswing.app.topology.Tasks.Progress> progress() {
            throw new UnavailableException("gone");
        }

        @Override
        public SortedMap<Tasks.Id, List<EntityRow>> entities(EntityQuestion question) {
            throw new UnavailableException("gone");
        }

        @Override
        public SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality() {
            throw new UnavailableException("gone");
        }
    }
}
