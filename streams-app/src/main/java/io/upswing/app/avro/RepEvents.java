package io.upswing.app.avro;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Assignment.Leave;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import io.upswing.schemas.RepStateRetracted;
import java.util.Optional;

/** Org events as the rep stage takes them. */
public final class RepEvents {
    private static final int MAX_LEAVES = 1_000;

    private RepEvents() {}

    /**
     * What the event says of a rep.
     *
     * @throws RefusedException if an id is too long, a date is out of bounds, or there are too many leaves
     */
    public static OrgChange change(String rep, RepEvent event) {
        return new OrgChange(
                rep,
                DealEvents.order(event.getEventId(), event.getSourceVersion(), event.getOccurredAt()),
                Days.of(event.getEffectiveFrom()),
                switch (event.getChange()) {
                    case RepState state -> Optional.of(assignment(state));
                    case RepStateRetracted ignored -> Optional.empty();
                    default -> throw new IllegalArgumentException("no change of a rep: " + event.getChange());
                });
    }

    private static Assignment assignment(RepState state) {
        if (state.getLeaves().size() > MAX_LEAVES) {
            throw new RefusedException(new Refusal(
                    Reason.TOO_MANY_PARTS, state.getLeaves().size() + " leaves, not at most " + MAX_LEAVES));
        }
        return new Assignment(
                Ids.of("team", state.getTeam()),
                Ids.of("region", state.getRegion()),
                Dates.of("hired", state.getHired()),
                state.getLeaves().stream()
                        .map(leave -> new Leave(
                                Dates.day("a leave's from", leave.getFrom()), Dates.of("a leave's to", leave.getTo())))
                        .toList(),
                Ids.of("role", state.getRole()));
    }
}
