package io.upswing.core.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.plans.Plan.Status;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of a state and an event, legal or not. */
class TransitionTest {
    /** For each event what becomes of a plan, from NONE to CLOSED in this order; a dash: that can't happen. */
    private static final String TABLE = """
            event                 NONE  DRAFT     PROPOSED     ACKNOWLEDGED ACTIVE    PAUSED    COMPLETED     CANCELLED REINFORCEMENT CLOSED
            DRAFTED               DRAFT -         -            -            -         -         -             -         -             -
            EDITED                -     DRAFT     DRAFT        DRAFT        -         -         -             -         -             -
            PROPOSED              -     PROPOSED  -            -            -         -         -             -         -             -
            ACKNOWLEDGED          -     -         ACKNOWLEDGED -            -         -         -             -         -             -
            ACTIVATED             -     -         -            ACTIVE       -         -         -             -         -             -
            REVISED               -     -         -            -            ACTIVE    -         -             -         -             -
            PAUSED                -     -         -            -            PAUSED    -         -             -         -             -
            RESUMED               -     -         -            -            -         ACTIVE    -             -         -             -
            EXTENDED              -     -         -            -            ACTIVE    -         -             -         -             -
            ACTION_ADDED          -     DRAFT     -            -            ACTIVE    -         -             -         -             -
            ACTION_COMPLETED      -     -         -            -            ACTIVE    -         -             -         -             -
            ACTION_REOPENED       -     -         -            -            ACTIVE    -         -             -         -             -
            CHECK_IN_HELD         -     -         -            -            ACTIVE    -         -             -         -             -
            CHECK_IN_MISSED       -     -         -            -            ACTIVE    -         -             -         -             -
            GOAL_REACHED          -     -         -            -            ACTIVE    -         -             -         -             -
            GOAL_UNREACHED        -     -         -            -            ACTIVE    -         -             -         -             -
            MILESTONE_MET         -     -         -            -            ACTIVE    -         -             -         -             -
            MILESTONE_MISSED      -     -         -            -            ACTIVE    -         -             -         -             -
            PACE_CHANGED          -     -         -            -            ACTIVE    -         -             -         -             -
            FIGURE_CORRECTED      -     -         -            -            ACTIVE    -         -             -         -             -
            GROUND_WITHDRAWN      -     DRAFT     PROPOSED     ACKNOWLEDGED ACTIVE    PAUSED    -             -         -             -
            DEADLINE_PASSED       -     -         -            -            ACTIVE    -         -             -         -             -
            COMPLETED             -     -         -            -            COMPLETED -         -             -         -             -
            CANCELLED             -     CANCELLED CANCELLED    CANCELLED    CANCELLED CANCELLED -             -         -             -
            REINFORCEMENT_STARTED -     -         -            -            -         -         REINFORCEMENT -         -             -
            CLOSED                -     -         -            -            -         -         -             -         CLOSED        -
            """;

    @ParameterizedTest
    @EnumSource
    void eachPairIsAsTheTableSays(PlanEvent.Type type) {
        Map<Status, String> after = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            Optional<Transition> transition = Transition.of(status, type);
            after.put(status, transition.map(Transition::to).map(Status::name).orElse("-"));
        }

        assertThat(TABLE.lines().map(line -> line.replaceAll(" +", " ")))
                .startsWith("event " + String.join(" ", names()))
                .contains(type + " " + String.join(" ", after.values()));
    }

    private static Iterable<String> names() {
        return Arrays.stream(Status.values()).map(Status::name).toList();
    }
}
