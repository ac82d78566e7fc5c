package io.upswing.app.views.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.views.DayOutOfReachException;
import io.upswing.app.views.Facts;
import io.upswing.app.views.InMemoryStages;
import io.upswing.app.views.Instance;
import io.upswing.app.views.LocalInstance;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.UnavailableException;
import io.upswing.core.time.Days;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteInstancesTest {
    private static final OptionalInt NOW = OptionalInt.empty();
    private static final Subject ODD = Subject.rep("a/b c%+ä");

    private final InMemoryStages stages = new InMemoryStages(2, 2)
            .member(ODD.id(), "t 1", "nörd", "2017-01-01")
            .fact("r1", "2011-01-01", Facts.created())
            .fact(ODD.id(), "2017-05-30", Facts.won(10_50, 200))
            .close("2017-05-31");
    private final Server server =
            Server.of(new StubQueries(), stages.instance(), subject -> Optional.empty(), stages.settings());
    private final Instance remote = new RemoteInstances().at("127.0.0.1", server.port());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anotherInstanceSaysWhatItWouldSayItself() {
        Instance local = stages.instance();
        OptionalInt past = OptionalInt.of(Days.of("2017-05-30"));

        for (SubjectLevel level : SubjectLevel.values()) {
            assertThat(remote.parts(level, NOW)).isEqualTo(local.parts(level, NOW));
            assertThat(remote.parts(level, past)).isEqualTo(local.parts(level, past));
        }
        assertThat(remote.kpis(ODD, NOW)).isPresent().isEqualTo(local.kpis(ODD, NOW));
        assertThat(remote.kpis(ODD, past)).isEqualTo(local.kpis(ODD, past));
        assertThat(remote.panes(ODD)).isPresent().isEqualTo(local.panes(ODD));
        assertThat(remote.panes(Subject.rep("r1"))).isPresent().isEqualTo(local.panes(Subject.rep("r1")));
        assertThat(remote.progress()).isEqualTo(local.progress());
    }

    @Test
    void whatItDoesNotKnowIsEmpty() {
        assertThat(remote.kpis(Subject.rep("nobody"), NOW)).isEmpty();
        assertThat(remote.panes(Subject.rep("nobody"))).isEmpty();
    }

    @Test
    void aRefusedDayIsRefusedHereToo() {
        OptionalInt tomorrow = OptionalInt.of(Days.of("2017-06-02"));

        assertThatThrownBy(() -> remote.kpis(ODD, tomorrow))
                .isInstanceOf(DayOutOfReachException.class)
                .hasMessageContaining("2017-06-01, which is open");
    }

    @Test
    void anInstanceThatIsAwayOrNotReadyIsUnavailable() {
        try (Server starting = Server.starting()) {
            Instance other = new RemoteInstances().at("127.0.0.1", starting.port());
            assertThatThrownBy(other::progress)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("503");
        }
        int port = server.port();
        server.close();

        assertThatThrownBy(() -> new RemoteInstances().at("127.0.0.1", port).progress())
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void aListIsGatheredFromAllInstances() {
        Instance local = new LocalInstance("here", stages.only(task -> task.partition() == 0), stages.settings());
        Instance there = new LocalInstance("there", stages.only(task -> task.partition() == 1), stages.settings());
        try (Server other = Server.of(new StubQueries(), there, subject -> Optional.empty(), stages.settings())) {
            Instance away = new RemoteInstances().at("127.0.0.1", other.port());

            assertThat(stages.queries(local, away).all(SubjectLevel.TEAM, NOW))
                    .isEqualTo(stages.queries().all(SubjectLevel.TEAM, NOW));
        }
    }
}
