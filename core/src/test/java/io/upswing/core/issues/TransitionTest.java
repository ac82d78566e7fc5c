package io.upswing.core.issues;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.issues.Issue.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every pair of a state and an event, legal or not. */
class TransitionTest {
    /** For each state what it becomes by each event, or a dash: that can't happen. */
    private static final String TABLE = """
            state        RAISED REGRESSED ACKNOWLEDGED ESCALATED SILENCED     DISPUTED     CORRECTED    RESOLVED DISMISSED WITHDRAWN
            PENDING      RAISED -         -            -         -            -            -            -        -         -
            RAISED       -      -         ACKNOWLEDGED ESCALATED RAISED       RAISED       RAISED       RESOLVED DISMISSED WITHDRAWN
            ACKNOWLEDGED -      -         -            ESCALATED ACKNOWLEDGED ACKNOWLEDGED ACKNOWLEDGED RESOLVED DISMISSED WITHDRAWN
            ESCALATED    -      -         ACKNOWLEDGED -         ESCALATED    ESCALATED    ESCALATED    RESOLVED DISMISSED WITHDRAWN
            RESOLVED     -      RAISED    -            -         -            -            -            -        -         -
            DISMISSED    -      RAISED    -            -         -            -            -            -        -         -
            WITHDRAWN    -      -         -            -         -            -            -            -        -         -
            """;

    @Test
    void eachPairIsAsTheTableSays() {
        StringBuilder table = new StringBuilder("state");
        for (IssueEvent.Type type : IssueEvent.Type.values()) {
            table.append(' ').append(type);
        }
        for (Status status : Status.values()) {
            table.append('\n').append(status);
            for (IssueEvent.Type type : IssueEvent.Type.values()) {
                Optional<Transition> transition = Transition.of(status, type);
                table.append(' ')
                        .append(transition.map(Transition::to).map(Status::name).orElse("-"));
            }
        }

        assertThat(table.toString()).isEqualTo(TABLE.strip().replaceAll(" +", " "));
    }
}
